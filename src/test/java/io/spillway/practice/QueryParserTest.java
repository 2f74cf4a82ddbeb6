package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sum by (a, b) (x) | sum(x)by(b,a)",
                "sum by (a) (rate(x[5s])) | sum by(a)(rate(x[1m30s]))",
                "1 - avg by (i) (x) | (1) - (avg by (i) ((x)))",
                "x{a=\"1\",b=\"2\"} | x { b = \"2\" , a='1', }",
                "a + b * c | a + (b * c)",
                "a - b - c | (a - b) - c",
                "a / (b > 0) | a/(b>0)",
                "a > b + c | a > (b + c)",
            })
    void spellingDoesNotMatter(String one, String other) throws QueryException {
        assertThat(Query.parse(one).expr()).isEqualTo(Query.parse(other).expr());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a - b - c | a - (b - c)",
                "a * b + c | a * (b + c)",
                "sum by (a) (x) | sum by (b) (x)",
                "x{a=\"1\"} | x{a=\"2\"}",
                "rate(x[5s]) | rate(x)",
            })
    void differentQuestionsDiffer(String one, String other) throws QueryException {
        assertThat(Query.parse(one).expr()).isNotEqualTo(Query.parse(other).expr());
    }

    @Test
    void theLongestWindowCounts() throws QueryException {
        assertThat(Query.parse("rate(x[5s]) / rate(y[1m30s])").window()).isEqualTo(90_000);
        assertThat(Query.parse("x").window()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "sum(",
                "x{a=~\"b\"}",
                "x{a!=\"b\"}",
                "histogram_quantile(0.9, x)",
                "x offset 5m",
                "x @ 5",
                "x)",
                "x{a=1}",
                "\"text",
                "$",
            })
    void everythingElseIsRefusedWithItsReason(String text) {
        assertThatThrownBy(() -> Query.parse(text))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("the practice fleet is no PromQL engine: ");
    }

    @Test
    void spansReadWhatTheyWrite() throws QueryException {
        for (long millis : new long[] {1, 500, 1000, 20_000, 61_500, 3_600_000, 93_784_005}) {
            assertThat(Spans.millis(Spans.text(millis))).isEqualTo(millis);
        }
        assertThat(Spans.text(20_000)).isEqualTo("20s");
        assertThat(Spans.step("0.5")).isEqualTo(500);
        assertThat(Spans.time("t", "2023-05-15T03:10:00Z")).isEqualTo(1_684_120_200_000L);
        assertThat(Spans.time("t", "1684120200.25")).isEqualTo(1_684_120_200_250L);
        assertThatThrownBy(() -> Spans.millis("5")).hasMessageContaining("not a valid duration");
        assertThatThrownBy(() -> Spans.time("start", ""))
                .hasMessageContaining("invalid parameter \"start\"");
    }
}
