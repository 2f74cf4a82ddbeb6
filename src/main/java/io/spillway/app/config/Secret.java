package io.spillway.app.config;

/// A password or token. It never shows itself: not in logs, errors or string templates.
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The secret itself, for the one place that sends it.
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
