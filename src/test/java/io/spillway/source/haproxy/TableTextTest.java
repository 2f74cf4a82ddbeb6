package io.spillway.source.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private static List<KeyRate> parse(String text) {
        return TableText.parse(Dimension.USER_AGENT, text);
    }

    private static String key(String written) {
        return parse("0x7f: key=" + written + " use=0 exp=1 http_req_rate(10000)=20\n")
                .getFirst()
                .key();
    }

    @Test
    void ratesArePerSecondOfWhateverPeriodTheTableHas() {
        assertThat(
                        parse(
                                """
                                # table: t_ua, type: string, size:20480, used:2
                                0x55d0: key=a use=1 exp=59 http_req_rate(60000)=120 http_err_rate(10000)=5
                                0x55d1: key=b use=0 exp=59 gpc0=3
                                nonsense
                                """))
                .containsExactly(
                        new KeyRate(Dimension.USER_AGENT, "a", 2f, 0.5f, Float.NaN, Float.NaN));
        assertThat(parse("")).isEmpty();
    }

    @Test
    void escapesAreUndoneAndNothingMovesATerminalsCursor() {
        assertThat(key("a\\ b\\=c\\\\d")).isEqualTo("a b=c\\d");
        assertThat(key("F\\xC3\\xB6n")).isEqualTo("Fön");
        assertThat(key("a\\tb\\nc\\rd\\ee\\x07f\\x7fg")).isEqualTo("a b c d e f g");
        assertThat(key("\\xC2\\x9B")).isEqualTo(" ");
        assertThat(key("a\\\\")).isEqualTo("a\\");
        assertThat(key("")).isEqualTo("-");
        assertThat(key("::ffff:10.0.0.7")).isEqualTo("10.0.0.7");
        assertThat(key("2001:db8::1")).isEqualTo("2001:db8::1");
    }
}
