package io.spillway.app.cli;

import io.spillway.app.config.Config;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a command is to work on. At most one of `config` and `practice` is present; with neither,
/// nothing is configured.
///
/// @param config the checked configuration; it may speak of a practice fleet that runs elsewhere
/// @param practice a practice fleet to run in this very process
/// @param state the state folder, which exists
/// @param expected where a configuration would be looked for
public record Setup(
        @Nullable Config config, @Nullable PracticeSpec practice, Path state, Path expected) {
    /// The language of the screens: the configuration's, else the system's.
    public Locale language() {
        Locale wanted = config == null ? null : config.language();
        return wanted == null ? Locale.getDefault() : wanted;
    }

    /// True if there is nothing to look at.
    public boolean unconfigured() {
        return config == null && practice == null;
    }
}
