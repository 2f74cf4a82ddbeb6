package io.spillway.practice;

/// What the Runtime API says to one command, before it is framed.
///
/// @param text may be empty; some of HAProxy's refusals end without a line feed, and so do these
/// @param severity decides about the prefix where a connection asked for prefixes
record Answer(String text, Severity severity) {
    /// How serious HAProxy takes an answer.
    enum Severity {
        NONE(0, ""),
        ERR(3, "err"),
        INFO(6, "info");

        final int number;
        final String word;

        Severity(int number, String word) {
            this.number = number;
            this.word = word;
        }
    }

    static final Answer DONE = new Answer("", Severity.NONE);

    static Answer data(String text) {
        return new Answer(text, Severity.NONE);
    }

    static Answer refused(String text) {
        return new Answer(text, Severity.ERR);
    }

    static Answer notice(String text) {
        return new Answer(text, Severity.INFO);
    }
}
