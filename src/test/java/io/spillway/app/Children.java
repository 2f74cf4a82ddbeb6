package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs commands of this program as processes of their own, without a display.
///
/// @param config the configuration file
/// @param state the state folder
/// @param prints where each process's output goes
record Children(Path config, Path state, Path prints) {
    private static final long SECONDS = 90;

    /// A process that was started.
    ///
    /// @param out the file with its output
    /// @param err the file with its messages
    record Child(Process process, Path out, Path err) implements AutoCloseable {
        /// Waits for its end, and gives what it did.
        Cli.Ran ended() {
            try {
                assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
                return new Cli.Ran(
                        process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (InterruptedException | IOException e) {
                throw new AssertionError(e);
            }
        }

        /// Ends it as Ctrl-C does, and waits.
        @Override
        public void close() {
            process.destroy();
            ended();
        }
    }

    Child start(String... words) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        line.addAll(List.of(words));
        line.addAll(List.of("--config", config.toString(), "--state", state.toString()));
        Path out = Files.createTempFile(prints, words[0], ".out");
        Path err = Files.createTempFile(prints, words[0], ".err");
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Child(builder.start(), out, err);
    }

    /// Runs a command to its end.
    Cli.Ran run(String... words) throws IOException {
        return start(words).ended();
    }

    /// Runs a command that must succeed.
    Cli.Ran ok(String... words) throws IOException {
        Cli.Ran ran = run(words);
        assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isZero();
        return ran;
    }

    static JsonNode json(Cli.Ran ran) {
        return JsonMapper.shared().readTree(ran.out());
    }
}
