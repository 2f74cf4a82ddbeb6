package io.spillway.practice;

import java.time.Instant;

/// How a practice fleet is set up. Equal options give equal fleets and equal figures.
///
/// @param scenario what happens
/// @param speed seconds of practice time in one real second, above 0 and at most 1000
/// @param servers how many in all pools together, 6 to 20,000
/// @param seed of everything that varies
/// @param start practice time of the scenario's beginning, to the second
public record PracticeOptions(
        Scenario scenario, double speed, int servers, long seed, Instant start) {
    /// Servers where nothing else is asked for.
    public static final int DEFAULT_SERVERS = 22;

    /// The seed where nothing else is asked for.
    public static final long DEFAULT_SEED = 1;

    /// Fewest servers that still make three pools.
    public static final int FEWEST_SERVERS = 6;

    /// Most servers a practice fleet may have.
    public static final int MOST_SERVERS = 20_000;

    /// @throws IllegalArgumentException with one sentence that names the value and its range
    public PracticeOptions {
        if (!(speed > 0 && speed <= 1000)) {
            throw new IllegalArgumentException(
                    "Speed %s is out of range: give a number above 0 and at most 1000."
                            .formatted(speed));
        }
        if (servers < FEWEST_SERVERS || servers > MOST_SERVERS) {
            throw new IllegalArgumentException(
                    "A practice fleet of %d servers is out of range: give %d to %d."
                            .formatted(servers, FEWEST_SERVERS, MOST_SERVERS));
        }
        start = Instant.ofEpochSecond(start.getEpochSecond());
    }

    /// The scenario as it comes: its own speed and start, 22 servers, seed 1.
    public static PracticeOptions of(Scenario scenario) {
        return new PracticeOptions(
                scenario,
                scenario.defaultSpeed(),
                DEFAULT_SERVERS,
                DEFAULT_SEED,
                scenario.defaultStart());
    }

    /// The same with another speed.
    public PracticeOptions withSpeed(double value) {
        return new PracticeOptions(scenario, value, servers, seed, start);
    }

    /// The same with another number of servers.
    public PracticeOptions withServers(int value) {
        return new PracticeOptions(scenario, speed, value, seed, start);
    }

    /// The same with another seed.
    public PracticeOptions withSeed(long value) {
        return new PracticeOptions(scenario, speed, servers, value, start);
    }

    /// The same beginning at another time. A start of now lets other processes, which go by the
    /// system's clock, watch a fleet that runs at speed 1.
    public PracticeOptions withStart(Instant value) {
        return new PracticeOptions(scenario, speed, servers, seed, value);
    }

    /// Milliseconds of practice time between two scrapes: one real second's worth.
    long interval() {
        return Math.max(1, Math.round(1000 * speed));
    }
}
