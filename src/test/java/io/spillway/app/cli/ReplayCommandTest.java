package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two days of a calm load, a sample every 30 s, then a ramp to three times in an hour.
class ReplayCommandTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int CALM = 2 * 2880;
    private static final int RAMP = 120;

    @TempDir Path folder;
    private Path series = Path.of("");

    @BeforeEach
    void write() throws IOException {
        StringBuilder text = new StringBuilder("when,rate,other\n");
        Random random = new Random(3);
        for (int i = 0; i < CALM + RAMP; i++) {
            double ramp = 1 + 2.0 * Math.max(0, i - CALM) / RAMP;
            double load = 1000 * ramp * (1 + 0.01 * random.nextGaussian());
            text.append(
                    String.format(Locale.ROOT, "%s,%.1f,5%n", START.plusSeconds(30L * i), load));
        }
        series = Files.writeString(folder.resolve("series.csv"), text);
    }

    private List<JsonNode> json(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "replay";
        words[1] = series.toString();
        words[2] = "--json";
        System.arraycopy(more, 0, words, 3, more.length);
        Outcome outcome = CommandLines.run(_ -> null, words);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome.out().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<JsonNode> of(List<JsonNode> lines, String kind) {
        return lines.stream().filter(l -> l.get("kind").asString().equals(kind)).toList();
    }

    @Test
    void theRampIsFoundAndLasts() {
        List<JsonNode> surges = of(json(), "surge");
        assertThat(surges).hasSize(1);
        Instant noticed = Instant.parse(surges.getFirst().get("time").asString());
        assertThat(noticed)
                .isAfter(START.plusSeconds(30L * CALM))
                .isBefore(START.plusSeconds(30L * CALM + 900));
        assertThat(surges.getFirst().get("until").isNull()).isTrue();
        assertThat(surges.getFirst().get("level").asString()).isEqualTo("warning");
    }

    @Test
    void withACapacityThereIsAForecastAMinute() {
        List<JsonNode> lines = of(json("--capacity", "2800"), "forecast");
        assertThat(lines).hasSize((CALM + RAMP) / 2);
        assertThat(lines.subList(0, CALM / 2))
                .filteredOn(l -> !l.get("mid").isNull())
                .as("no time is invented while load is calm")
                .isEmpty();
        JsonNode late = lines.get((CALM + 80) / 2);
        double left = 30 * (RAMP * 0.9 - 80);
        assertThat(late.get("low").asDouble()).isLessThan(left);
        assertThat(late.get("high").asDouble()).isGreaterThan(left);
        assertThat(lines.getLast().get("mid").asDouble()).isZero();
    }

    @Test
    void whatIsAnnouncedIsSilent() throws IOException {
        Path config =
                Files.writeString(
                        folder.resolve("spillway.yaml"),
                        """
                        balancers:
                          - name: lb-1
                            address: tcp://10.0.0.5:9999
                        pools:
                          - name: web
                        campaigns:
                          - name: sale
                            start: 2026-03-03T23:00:00Z
                            end: 2026-03-04T02:00:00Z
                            load: 4x
                        """);
        List<JsonNode> lines = json("--config", config.toString());
        assertThat(of(lines, "surge")).isEmpty();
    }

    @Test
    void anotherColumnAndWrongWordsAreAnswered() {
        assertThat(of(json("--column", "other"), "surge")).isEmpty();
        Outcome outcome = CommandLines.run(_ -> null, "replay", folder + "/none.csv");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("none.csv cannot be read");
        assertThat(
                        CommandLines.run(_ -> null, "replay", series.toString(), "--capacity", "0")
                                .err())
                .contains("--capacity takes a number above 0");
    }

    private String refused(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), text);
        String[] words = new String[more.length + 2];
        words[0] = "replay";
        words[1] = file.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        Outcome outcome = CommandLines.run(_ -> null, words);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        return outcome.err();
    }

    @Test
    void aFileWithoutAReadingIsRefused() throws IOException {
        String day = "2026-03-02T00:00:00Z";
        assertThat(refused("")).contains("is empty");
        assertThat(refused("time,load\n")).contains("no line with a time and a number");
        assertThat(refused("load,time\n5," + day + "\n")).contains("first column is the time");
        assertThat(refused("time,load\n" + day + ",NaN\n"))
                .contains("a number in the column 'load'");
        assertThat(refused("time,load\n1700000000123,5\n")).contains("no line with a time");
        assertThat(refused(day + ",5\n" + day + ",6\n")).contains("put a header above it");
        assertThat(refused("PK\u0003\u0004,\u0000\n1,2\n")).contains("cannot be read as CSV");
        assertThat(refused("time;load\n" + day + ";5\n")).contains("with commas");
        assertThat(refused("time\n" + day + "\n")).contains("has one column");
        assertThat(refused("time,load\n" + day + ",5\n", "--column", "time"))
                .contains("has no column 'time' of values: take one of load");
    }

    @Test
    void aCapacityThatIsNoneIsRefused() throws IOException {
        for (String wrong : List.of("abc", "NaN", "-5", "Infinity")) {
            assertThat(refused("time,load\n", "--capacity", wrong))
                    .contains("--capacity takes a number above 0, not '" + wrong + "'");
        }
    }

    @Test
    void peopleReadPlainNumbersAndHowManyLinesWereLeftOut() throws IOException {
        Files.writeString(
                series, Files.readString(series).replace(",1000.", ",10000.") + "foo,1,2\n");
        Outcome outcome = CommandLines.run(_ -> null, "replay", series.toString());
        assertThat(outcome.err()).contains("1 line of").contains("was left out");
        assertThat(outcome.out()).contains(", usual ").doesNotContain("e+");
    }
}
