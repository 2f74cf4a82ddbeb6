package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.ScriptedMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own can show: signals, and where the log goes.
class ProcessTest {
    @TempDir Path home;
    private @Nullable Process process;

    /// The process: a home folder, whether to fail, and the command line.
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Interruption interruption = Interruption.of(Thread.currentThread());
            String[] line = Arrays.copyOfRange(args, 2, args.length);
            int code =
                    ScriptedMain.run(
                            Path.of(args[0]),
                            Boolean.parseBoolean(args[1]),
                            System.out,
                            System.err,
                            line);
            System.out.println("ended with " + code);
            interruption.over();
            System.exit(code);
        }
    }

    @BeforeEach
    void configure() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/spillway"));
        Files.writeString(
                folder.resolve("spillway.yaml"),
                "balancers: [{name: lb-1, address: tcp://lb:9}]\npools: [{name: web}]\n");
    }

    private Process start(boolean failing, String... line) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        home.toString(),
                        String.valueOf(failing));
        builder.command().addAll(List.of(line));
        process = builder.redirectErrorStream(true).start();
        return process;
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void aSignalEndsACommandInGoodOrder() throws Exception {
        Process child = start(false, "status", "--watch");
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("13:00:05Z");
            child.toHandle().destroy();
            assertThat(out.lines().toList().getLast()).isEqualTo("ended with 0");
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theLogGoesIntoTheStateFolderAlone() throws Exception {
        Process child = start(true, "status");
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("spillway: something failed"),
                            line -> assertThat(line).isEqualTo("ended with 1"));
        }
        assertThat(home.resolve(".local/state/spillway/spillway.log"))
                .content()
                .contains("ERROR", "IllegalStateException: nobody thought of this", "\tat ");
    }
}
