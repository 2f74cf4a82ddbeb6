package io.spillway.source.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spillway.fleet.OperState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatRowTest {
    private static final String HEADER =
            "# pxname,svname,qcur,scur,stot,status,weight,type,check_status,hrsp_1xx,hrsp_2xx,"
                    + "hrsp_3xx,hrsp_4xx,hrsp_5xx,hrsp_other,last_chk,rtime,ttime,addr,mode,uweight,-,\n";

    private static StatRow one(String line) {
        return StatRow.parse(HEADER + line + "\n").getFirst();
    }

    @Test
    void columnsAreFoundByNameAndFrontendsLeftOut() {
        var rows =
                StatRow.parse(
                        HEADER
                                + "fe,FRONTEND,,3,9,OPEN,,0,,0,9,0,0,0,0,,,,,http,,-,\n"
                                + "be,s1,2,5,294,UP,80,2,L7OK,1,280,2,8,3,1,,24,75,10.0.0.1:81,http,100,-,\n"
                                + "be,BACKEND,274,5,294,UP,80,1,,1,280,2,8,3,1,,24,75,,http,80,-,\n\n");
        assertThat(rows)
                .containsExactly(
                        new StatRow(
                                "be",
                                "s1",
                                "10.0.0.1:81",
                                2,
                                true,
                                "UP",
                                80,
                                100,
                                5,
                                2,
                                295,
                                3,
                                24,
                                0,
                                100,
                                "",
                                ""),
                        new StatRow(
                                "be", "BACKEND", "", 1, true, "UP", 80, 80, 5, 274, 295, 3, 24, 0,
                                100, "", ""));
    }

    @Test
    void aQuotedFieldMayHoldCommasQuotesAndLineEnds() {
        var row = one("be,s1,0,0,1,DOWN,1,2,L7STS,0,1,0,0,0,0,\"a,b \"\"c\"\"\nd\",7,9,,http,1,-,");
        assertThat(row.millis()).isEqualTo(7);
        assertThat(row.userWeight()).isEqualTo(1);
    }

    @Test
    void limitSlowStartAndAgentAreTold() {
        var rows =
                StatRow.parse(
                        """
                        # pxname,svname,type,slim,throttle,last_agt,agent_status,
                        be,s1,2,40,25,75%,L7OK,
                        be,s2,2,,,,L7OK,
                        be,s3,2,,,,,
                        """);
        assertThat(rows).extracting(StatRow::maxConnections).containsExactly(40, 0, 0);
        assertThat(rows).extracting(StatRow::throttle).containsExactly(25, 100, 100);
        assertThat(rows).extracting(StatRow::agent).containsExactly("75%", "L7OK", "");
    }

    @Test
    void nothingAndNotANumberAreNoValue() {
        var row = one("be,s1,NaN,,12,UP,1,2,* L7OK,0,x,0,0,0,0,,NaN,,,http,,-,");
        assertThat(row.queue()).isEqualTo(-1);
        assertThat(row.inFlight()).isEqualTo(-1);
        assertThat(row.millis()).isEqualTo(-1);
        assertThat(row.answers()).isZero();
    }

    @Test
    void outsideHttpModeConnectionsAreCounted() {
        var row = one("db,pg,0,1,42,no check,1,2,,,,,,,,,,33,10.0.0.9:5432,tcp,1,-,");
        assertThat(row.http()).isFalse();
        assertThat(row.answers()).isEqualTo(42);
        assertThat(row.errors()).isEqualTo(-1);
        assertThat(row.millis()).isEqualTo(33);
    }

    @ParameterizedTest
    @CsvSource({
        "UP,UP",
        "UP 1/2,CHANGING",
        "DOWN,DOWN",
        "DOWN 1/2,CHANGING",
        "DOWN (agent),DOWN",
        "NOLB,CHANGING",
        "DRAIN,UP",
        "DRAIN 2/3,CHANGING",
        "no check,UP",
        "MAINT,UNKNOWN",
        "MAINT (via be/s1),UNKNOWN",
        "MAINT(resolution),UNKNOWN",
        "something new,UNKNOWN"
    })
    void theStatusSaysWhatTheChecksSay(String status, OperState oper) {
        var row = new StatRow("be", "s1", "", 2, true, status, 1, 1, 0, 0, 0, 0, 0, 0, 100, "", "");
        assertThat(row.oper()).isEqualTo(oper);
    }

    @Test
    void whatIsNoStatisticsIsRefused() {
        for (String text : new String[] {"", "\n", "<html>", "1\n# be_id be_name\n"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> StatRow.parse(text));
        }
    }

    @Test
    void anAnswerCutShortIsNoTrouble() {
        var row = one("be,s1,1,2,3,UP,4,2");
        assertThat(row.queue()).isEqualTo(1);
        assertThat(row.millis()).isEqualTo(-1);
        assertThat(StatRow.parse(HEADER.strip())).isEmpty();
    }
}
