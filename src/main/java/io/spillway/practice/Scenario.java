package io.spillway.practice;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What happens to the practice fleet while it runs.
public enum Scenario {
    /// An ordinary afternoon: load follows the hour, nothing is hot.
    CALM("calm", 1, "2026-03-04T14:00:00Z", "an ordinary afternoon, nothing is hot"),
    /// One calm minute, then a crowd reaches the uneven pool `web` and its small servers turn hot.
    SURGE("surge", 1, "2026-03-04T14:00:00Z", "a calm minute, then a crowd reaches an uneven pool"),
    /// The story of an outage: 03:10 to 08:00, from the first surge to full recovery.
    REFERENCE_OUTAGE(
            "reference-outage",
            20,
            "2023-05-15T03:10:00Z",
            "the story of an outage of almost five hours"),
    /// Calm, but the metrics engine stops answering after a minute; the balancers go on.
    BLIND("blind", 1, "2026-03-04T14:00:00Z", "calm, but metrics stop after a minute");

    private final String word;
    private final double defaultSpeed;
    private final Instant defaultStart;
    private final String summary;

    Scenario(String word, double defaultSpeed, String defaultStart, String summary) {
        this.word = word;
        this.defaultSpeed = defaultSpeed;
        this.defaultStart = Instant.parse(defaultStart);
        this.summary = summary;
    }

    /// The word used on the command line and on screens.
    public String word() {
        return word;
    }

    /// Seconds of practice time that pass in one real second, unless set otherwise.
    public double defaultSpeed() {
        return defaultSpeed;
    }

    /// The practice time at which it begins, unless set otherwise.
    public Instant defaultStart() {
        return defaultStart;
    }

    /// A few words for a list of scenarios.
    public String summary() {
        return summary;
    }

    /// The scenario of that word, empty if there is none.
    public static Optional<Scenario> of(String word) {
        return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
