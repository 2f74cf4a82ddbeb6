package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.app.config.PracticeConfig;
import io.spillway.app.config.PracticeEndpoints;
import io.spillway.app.config.ScenarioName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `console` and `practice`, which run until they are told to end.
class ConsoleCommandTest {
    @TempDir Path home;
    private Session session;

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
    }

    private Path state() {
        return session.folders.state();
    }

    @Test
    void withADisplayThereIsAWindow() {
        session.environment.put("DISPLAY", ":0");
        Outcome outcome = session.run();
        assertThat(session.parts.windows).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(session.parts.desk.closed).isTrue();
    }

    @Test
    void noOtherCommandStartsAToolkit() {
        session.environment.put("DISPLAY", ":0");
        for (String line :
                List.of("--practice status", "--practice wall", "--help", "--nonsense")) {
            session.run(line.split(" "));
        }
        assertThat(session.parts.toolkits).isZero();
        session.run("--practice");
        assertThat(session.parts.toolkits).isEqualTo(1);
        assertThat(session.parts.windows).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a window cannot be opened"})
    void withoutOneThereAreLinesAndAPicture(String broken) {
        if (!broken.isEmpty()) {
            session.environment.put("WAYLAND_DISPLAY", "wayland-0");
            session.parts.noWindow = broken;
        }
        session.pauses = 5;
        Outcome outcome = session.run("console");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEqualTo("spillway: lb-1 was reloaded\n");
        assertThat(outcome.out().lines().findFirst())
                .hasValue(
                        (broken.isEmpty() ? "there is no display" : broken)
                                + ": running without a window, until Ctrl-C; the board is drawn to "
                                + state().resolve("board.png"));
        assertThat(outcome.out().lines().skip(1))
                .hasSize(6)
                .allMatch(line -> line.startsWith("13:00:05Z"));
        assertThat(session.parts.drawn).hasSize(2);
        assertThat(state().resolve("board.png")).exists();
    }

    @Test
    void troubleWithThePictureIsSaidOnce() {
        session.parts.drawing = new IOException("disk full");
        session.pauses = 11;
        Outcome outcome = session.run();
        assertThat(outcome.err())
                .isEqualTo(
                        "spillway: lb-1 was reloaded\nspillway: the board cannot be drawn to %s: disk full\n"
                                .formatted(state().resolve("board.png")));
        assertThat(outcome.out().lines()).hasSize(13);
    }

    @Test
    void inPracticeThePictureStaysAndTheRestGoes() throws IOException {
        session.run("--practice");
        Path folder = session.parts.setups.getFirst().state();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("board.png"));
        }
        Files.delete(folder.resolve("board.png"));
        Files.delete(folder);
    }

    @Test
    void practiceWritesItsConfigurationAndRuns() {
        session.parts.endpoints =
                new PracticeEndpoints(
                        URI.create("http://127.0.0.1:4000"),
                        new LinkedHashMap<>(Map.of("lb-1", "tcp://127.0.0.1:4001")),
                        List.of(Samples.POOL),
                        List.of(),
                        "",
                        new PracticeConfig(
                                ScenarioName.BLIND,
                                2,
                                Samples.TIME,
                                Samples.TIME,
                                home.resolve("own")));
        session.pauses = 2;
        String out = home.resolve("practice.yaml").toString();
        Outcome outcome =
                session.run(
                        "practice",
                        "blind",
                        "--speed",
                        "2",
                        "--servers",
                        "40",
                        "--seed",
                        "7",
                        "--config-out",
                        out);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualTo("practice blind runs until Ctrl-C: spillway --config " + out + "\n");
        assertThat(session.parts.practised)
                .isEqualTo(new PracticeSpec(ScenarioName.BLIND, 2.0, 40, 7L));
        assertThat(session.parts.desk.closed).isTrue();
        session.run("status", "--config", out);
        assertThat(session.parts.setups.getLast().state()).isEqualTo(home.resolve("own"));
    }
}
