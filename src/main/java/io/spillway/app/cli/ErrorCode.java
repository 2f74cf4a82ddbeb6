package io.spillway.app.cli;

import java.util.Arrays;
import java.util.Locale;

/// A short code for an unexpected failure: the same failure gives the same code, on every machine
/// and whatever its message says, so that reports can be told apart.
final class ErrorCode {
    private static final int DEPTH = 4;

    private ErrorCode() {}

    static String of(Throwable failure) {
        int root = 7;
        int chain = 7;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            root = fingerprint(t);
            chain = 31 * chain + root;
        }
        return String.format(Locale.ROOT, "%04X-%04X", fold(root), fold(chain));
    }

    private static int fingerprint(Throwable t) {
        return Arrays.stream(t.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.spillway."))
                .limit(DEPTH)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .reduce(t.getClass().getName(), (a, b) -> a + "\n" + b)
                .hashCode();
    }

    private static int fold(int hash) {
        return (hash ^ (hash >>> 16)) & 0xFFFF;
    }
}
