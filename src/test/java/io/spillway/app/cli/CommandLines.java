package io.spillway.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs command lines in this process.
public final class CommandLines {
    private CommandLines() {}

    /// What a command line left behind.
    public record Outcome(int code, String out, String err) {}

    /// Runs with nothing behind the commands.
    public static Outcome run(Function<String, @Nullable String> environment, String... args) {
        Folders folders = new Folders("Linux", Path.of("/nonexistent"), environment);
        return run(new ScriptedParts(), _ -> false, folders, environment, args);
    }

    /// Runs with scripted parts.
    static Outcome run(
            Parts parts,
            Pause pause,
            Folders folders,
            Function<String, @Nullable String> environment,
            String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Context context =
                new Context(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        pause,
                        folders,
                        parts);
        int code = SpillwayCommand.run(context, args);
        return new Outcome(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
