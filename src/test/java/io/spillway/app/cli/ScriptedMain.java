package io.spillway.app.cli;

import io.spillway.desk.DeskPort;
import java.io.PrintStream;
import java.nio.file.Path;

/// Runs a command line on scripted parts; for tests of other packages.
public final class ScriptedMain {
    private ScriptedMain() {}

    /// Runs with `home` as the user's folder.
    ///
    /// @param failing whether opening a desk fails in a way that nobody thought of
    public static int run(
            Path home, boolean failing, PrintStream out, PrintStream err, String... args) {
        ScriptedParts parts = new ScriptedParts();
        if (failing) {
            parts.failure = new IllegalStateException("nobody thought of this");
        }
        return run(home, parts, out, err, args);
    }

    /// Runs with `home` as the user's folder, at a desk that stays open.
    public static int run(
            Path home, DeskPort desk, PrintStream out, PrintStream err, String... args) {
        ScriptedParts parts = new ScriptedParts();
        parts.other = desk;
        return run(home, parts, out, err, args);
    }

    private static int run(
            Path home, ScriptedParts parts, PrintStream out, PrintStream err, String... args) {
        Folders folders = new Folders("Linux", home, _ -> null);
        return SpillwayCommand.run(
                new Context(out, err, _ -> null, Pause::real, folders, parts), args);
    }
}
