package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir Path home;
    private Session session;

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
    }

    @Test
    void tablesForPeople() {
        Outcome outcome = session.run("status");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .contains(
                        "shop  13:00:05Z  PRACTICE surge 20x  ok  121 req/s"
                                + "  CPU 42% median, 42% max (web-1)  2 servers"
                                + "  no answer from lb-2  1 active",
                        "! lb-1 was reloaded",
                        "metrics  prometheus  ok     800 ms",
                        "lb-2     haproxy     dead   -       lb-2 refuses the connection",
                        "web  2 servers  CPU 42% median, 42% max (web-1), limit 90%");
        assertThat(outcome.out())
                .containsPattern("web-1 +drain +up +50/60 +42% +121 ")
                .containsPattern("web-2 +ready +up +100 +- +- .*missing");
        assertThat(session.parts.desk.closed).isTrue();
    }

    @Test
    void jsonStandsAlone() {
        Outcome outcome = session.run("status", "--json");
        assertThat(outcome.out()).startsWith("{\n").endsWith("}\n").contains("\"state\" : \"ok\"");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void waitsUntilRatesAreKnown() {
        session.parts.desk.show(Samples.picture(1));
        session.parts.desk.coming.add(Samples.picture(7));
        session.parts.desk.coming.add(Samples.picture(8));
        session.run("status");
        assertThat(session.parts.desk.picture().tick()).isEqualTo(8);
    }

    @Test
    void doesNotWaitWhereNothingIsConfigured() {
        FleetState none = FleetState.empty(0, List.of());
        session.parts.desk.show(Samples.picture(0, Picture.State.UNCONFIGURED, none, List.of()));
        session.parts.desk.coming.add(Samples.picture(8));
        assertThat(session.run("status", "--json").out()).contains("\"unconfigured\"");
    }

    @Test
    void watchesUntilItIsToldToEnd() {
        session.pauses = 2;
        Outcome outcome = session.run("status", "--watch");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("13:00:05Z  PRACTICE surge 20x  ok"));
    }

    @Test
    void watchesInJsonALineEach() {
        session.pauses = 1;
        assertThat(session.run("status", "--watch", "--json").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"state\":\"ok\"") && line.endsWith("}"));
    }
}
