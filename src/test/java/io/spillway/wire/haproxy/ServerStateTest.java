package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerStateTest {
    private static final String HEADER =
            "1\n# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight"
                    + " srv_iweight srv_time srv_port\n";

    @Test
    void weightsAndAddressesAreReadByTheNameOfTheirColumn() {
        String text =
                HEADER + "3 be 1 s1 10.0.0.1 2 0 50 100 25 8080\n3 be 2 s2 ::1 0 8 0 1 2 81\n";
        assertThat(ServerState.parse(text))
                .containsExactly(
                        new ServerState("be", "s1", "10.0.0.1:8080", 2, 0, 50, 100, false),
                        new ServerState("be", "s2", "[::1]:81", 0, 8, 0, 1, false));
    }

    @Test
    void aServerBehindAUnixSocketHasNoAddress() {
        var cli = ServerState.parse(HEADER + "6 rtapi 1 cli - 2 0 1 1 0 0\n").getFirst();
        assertThat(cli.internal()).isTrue();
        assertThat(cli.address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,false,false",
        "1,true,false",
        "2,true,false",
        "4,false,false",
        "5,true,false",
        "8,false,true",
        "16,false,true",
        "12,false,true",
        "9,true,false",
        "32,true,false",
        "64,true,false"
    })
    void theBitsSayWhatOperatorsWant(int bits, boolean maintenance, boolean draining) {
        var state = new ServerState("be", "s1", "", 2, bits, 1, 1, false);
        assertThat(state.maintenance()).isEqualTo(maintenance);
        assertThat(state.draining()).isEqualTo(draining);
    }

    @Test
    void whatIsNoSuchTableIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerState.parse("<html>\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerState.parse("1\n# be_id be_name\n3 be\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerState.parse(HEADER + "3 be 1 s1\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerState.parse(HEADER + "3 be 1 s1 1.1.1.1 x 0 1 1 1 1\n"));
    }
}
