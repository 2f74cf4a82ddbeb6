package io.spillway.app.cli;

import io.spillway.desk.Picture;

/// Refuses to work on nothing.
final class Configured {
    private Configured() {}

    static void require(Setup setup) {
        if (setup.unconfigured()) {
            throw new Misused(advice(setup));
        }
    }

    /// What to do where nothing is configured.
    static String advice(Setup setup) {
        return "nothing is configured: write %s, name a file with --config, or try --practice"
                .formatted(setup.expected());
    }

    /// As above, unless a desk that runs elsewhere knows more.
    static void require(Setup setup, Picture picture) {
        if (picture.state() == Picture.State.UNCONFIGURED) {
            require(setup);
        }
    }
}
