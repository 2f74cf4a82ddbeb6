package io.spillway.app.config;

import java.util.List;

/// A configuration that cannot be used.
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    ConfigException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /// One line for each mistake, in the file's order: `FILE:LINE: found, expected; what to do`.
    public List<String> lines() {
        return lines;
    }
}
