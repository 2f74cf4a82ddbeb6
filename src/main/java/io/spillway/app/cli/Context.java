package io.spillway.app.cli;

import java.io.PrintStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What every command is given.
///
/// @param out what was asked for
/// @param err everything else
/// @param environment gives the value of an environment variable, null where it is not set
/// @param pause waits between two lines
/// @param folders where configuration and state live
/// @param parts the rest of the program
public record Context(
        PrintStream out,
        PrintStream err,
        Function<String, @Nullable String> environment,
        Pause pause,
        Folders folders,
        Parts parts) {
    /// Opens a desk as [Parts#open] does, and tells what nobody may overlook.
    DeskSession open(Setup setup, boolean console) {
        DeskSession session = parts.open(setup, console);
        session.desk().picture().notices().forEach(this::note);
        return session;
    }

    /// Notes something for people, beside what was asked for.
    void note(String text) {
        err.println("spillway: " + text);
    }
}
