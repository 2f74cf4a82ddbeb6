package io.spillway.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The scenarios of practice, as they are named on the command line and in files.
public enum ScenarioName {
    CALM("calm"),
    SURGE("surge"),
    REFERENCE_OUTAGE("reference-outage"),
    BLIND("blind");

    private final String word;

    ScenarioName(String word) {
        this.word = word;
    }

    /// The stable word.
    public String word() {
        return word;
    }

    /// The scenario of that word.
    public static Optional<ScenarioName> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }

    /// All words, in order.
    public static List<String> words() {
        return Arrays.stream(values()).map(ScenarioName::word).toList();
    }

    @Override
    public String toString() {
        return word;
    }
}
