package io.spillway.watch.detect;

/// How much a detection matters, least first.
public enum Level {
    NOTICE,
    WARNING,
    CRITICAL
}
