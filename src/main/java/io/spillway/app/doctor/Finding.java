package io.spillway.app.doctor;

import java.util.Locale;

/// One thing that was looked at.
///
/// @param area what it belongs to, a word: `machine`, `endpoint`, ...
/// @param verdict how it is
/// @param message what was found; unless all is well, also what to do
public record Finding(String area, Verdict verdict, String message) {
    /// How it is.
    public enum Verdict {
        OK,
        /// Something is missing that not everybody needs.
        NOTE,
        FAIL;

        /// As people and programs read it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// All is well.
    public static Finding ok(String area, String message) {
        return new Finding(area, Verdict.OK, message);
    }

    /// Worth knowing.
    public static Finding note(String area, String message) {
        return new Finding(area, Verdict.NOTE, message);
    }

    /// To be mended.
    public static Finding fail(String area, String message) {
        return new Finding(area, Verdict.FAIL, message);
    }
}
