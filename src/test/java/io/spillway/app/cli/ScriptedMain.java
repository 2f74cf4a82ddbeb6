package io.spillway.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/// Runs a command line on scripted parts; for tests that need a process of their own.
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
        Folders folders = new Folders("Linux", home, _ -> null);
        return SpillwayCommand.run(
                new Context(out, err, _ -> null, Pause::real, folders, parts), args);
    }
}
