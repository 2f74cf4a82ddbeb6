package io.spillway.source.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class AnswerReaderTest {
    private static final String VECTOR =
            """
            {"status":"success","data":{"resultType":"vector","result":[
            {"metric":{"__name__":"up","instance":"a:1","job":"n\\u00f6de"},"value":[1795347664.448,"1"]},
            {"metric":{"__name__":"up","instance":"b:1","job":"node"},"value":[1795347664,"0.5"]},
            {"metric":{},"value":[1795347664.59,"NaN"]}]}}\
            """;

    @Test
    void readsAVectorWithoutItsName() throws IOException {
        assertThat(read(VECTOR, null).series())
                .containsExactly(
                        new Series(Map.of("instance", "a:1", "job", "nöde"), 1795347664448L, 1),
                        new Series(Map.of("instance", "b:1", "job", "node"), 1795347664000L, 0.5),
                        new Series(Map.of(), 1795347664590L, Double.NaN));
    }

    @Test
    void aRangeGivesEachOfItsPoints() throws IOException {
        String range =
                """
                {"status":"success","data":{"resultType":"matrix","result":[
                {"metric":{"job":"a"},"values":[[1,"1"],[2.5,"2"]]},{"metric":{"job":"b"},"values":[[3,"3"]]}]}}\
                """;
        assertThat(read(range, null).series())
                .containsExactly(
                        new Series(Map.of("job", "a"), 1000, 1),
                        new Series(Map.of("job", "a"), 2500, 2),
                        new Series(Map.of("job", "b"), 3000, 3));
    }

    @Test
    void aScalarHasNoLabels() throws IOException {
        String scalar =
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[7,\"+Inf\"]}}";
        assertThat(read(scalar, null).series())
                .containsExactly(new Series(Map.of(), 7000, Double.POSITIVE_INFINITY));
    }

    @Test
    void unknownFieldsArePassedOverAndWarningsKept() throws IOException {
        String answer =
                """
                {"isPartial":true,"trace":{"deep":[[{"x":1}]]},"infos":["i"],"warnings":["store 2 is away","w2"],
                "data":{"stats":{"a":[1]},"resultType":"vector","result":[
                {"metric":{"a":"b"},"histogram":[1,{"count":"3"}]},
                {"metric":{"a":"c"},"extra":null,"value":[1,"2"]}]},"status":"success"}\
                """;
        Answer read = read(answer, null);
        assertThat(read.warnings()).containsExactly("store 2 is away", "w2");
        assertThat(read.series()).containsExactly(new Series(Map.of("a", "c"), 1000, 2));
    }

    @Test
    void labelsOfTheLastAnswerAreUsedAgain() throws IOException {
        Answer first = read(VECTOR, null);
        Answer second = read(VECTOR.replace("\"0.5\"", "\"0.75\""), first);
        for (int i = 0; i < 3; i++) {
            assertThat(second.series().get(i).labels()).isSameAs(first.series().get(i).labels());
        }
        assertThat(second.series().get(1).value()).isEqualTo(0.75);
    }

    @Test
    void whateverWasExpectedTheLabelsAreThoseOfTheAnswer() throws IOException {
        Answer plain = read(VECTOR, null);
        List<Map<String, String>> guesses =
                List.of(
                        Map.of(),
                        Map.of("instance", "a:1"),
                        Map.of("instance", "a:2", "job", "node"),
                        Map.of("instance", "b:1", "job", "node"),
                        Map.of("instance", "b:1", "job", "node", "zone", "z"),
                        Map.of("job", "nöde"));
        for (Map<String, String> guess : guesses) {
            List<Series> before = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                before.add(new Series(guess, 0, 0));
            }
            assertThat(read(VECTOR, new Answer(before, List.of())).series())
                    .isEqualTo(plain.series());
        }
    }

    @Test
    void anAnswerCutOffAnywhereIsNeverTakenForAWholeOne() {
        for (int length = 0; length < VECTOR.length(); length++) {
            String cut = VECTOR.substring(0, length);
            assertThatThrownBy(() -> read(cut, null))
                    .as(cut)
                    .isInstanceOfAny(JacksonException.class, IOException.class);
        }
    }

    @Test
    void valuesOfAnotherShapeAreRefused() {
        for (String value : List.of("[1]", "[1,2]", "[\"1\",\"2\"]", "[1,\"x\"]", "5", "[]")) {
            String answer =
                    "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"value\":%s}]}}"
                            .formatted(value);
            assertThatThrownBy(() -> read(answer, null))
                    .as(value)
                    .isInstanceOf(AnswerReader.NotAnAnswer.class);
        }
    }

    @Test
    void theEnginesRefusalKeepsItsWords() {
        String error = "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:8: no\"}";
        assertThatThrownBy(() -> read(error, null))
                .isInstanceOf(Refusal.class)
                .hasMessage("bad_data: 1:8: no");
    }

    @Test
    void targetsTellTheLongestIntervalOfEachJob() {
        String targets =
                """
                {"status":"success","data":{"activeTargets":[
                {"discoveredLabels":{"__scrape_interval__":"9s"},"labels":{"job":"node"},"scrapeInterval":"15s"},
                {"labels":{"job":"node","x":"y"},"lastError":"a \\"quoted\\" one","scrapeInterval":"1m"},
                {"discoveredLabels":{"__scrape_interval__":"500ms"},"labels":{"job":"vm"},"health":"up"},
                {"labels":{"job":"quiet"}}],"droppedTargets":[{"discoveredLabels":{"job":"z"}}]}}\
                """;
        assertThat(TargetsReader.read(new ByteArrayInputStream(targets.getBytes(UTF_8))))
                .isEqualTo(Map.of("node", 60_000L, "vm", 500L));
    }

    private static Answer read(String json, @Nullable Answer previous) throws IOException {
        return AnswerReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), previous);
    }
}
