package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs commands of this program in this process, each as a process of its own would.
///
/// @param config the configuration file
/// @param state the state folder
record Cli(Path config, Path state) {
    /// What one command did.
    record Ran(int code, String out, String err) {}

    Ran run(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--config", config.toString(), "--state", state.toString()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        args.toArray(String[]::new),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Runs a command that must succeed, and gives what it printed.
    String ok(String... words) {
        Ran ran = run(words);
        assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isZero();
        return ran.out();
    }

    /// The same, read as JSON.
    JsonNode json(String... words) {
        return JsonMapper.shared().readTree(ok(words));
    }
}
