package io.spillway.app.cli;

import io.spillway.action.Lease;
import java.io.PrintStream;
import java.util.List;
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
    /// Opens a desk for a command, and tells of acts that were left half done.
    DeskSession open(Setup setup) {
        DeskSession session = parts.open(setup, false);
        session.desk().picture().leases().stream()
                .filter(lease -> lease.state() == Lease.State.INTERRUPTED)
                .forEach(lease -> note("act %s: %s".formatted(lease.id(), lease.message())));
        return session;
    }

    /// True where no window can be shown. Asked before the toolkit, which answers with stack
    /// traces.
    boolean noDisplay() {
        return folders.linux()
                && List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
                        .map(name -> environment.apply(name))
                        .allMatch(value -> value == null || value.isEmpty());
    }

    /// Notes something for people, beside what was asked for.
    void note(String text) {
        err.println("spillway: " + text);
    }
}
