package io.spillway.history;

/// How finely, and how long, aggregates are kept.
public enum Resolution {
    /// As it ticked: 3,600 ticks, missed ones included once each.
    TICK(0, History.TICKS, 0),
    /// Steps of 10 s over 24 hours.
    TEN_SECONDS(10_000, 8_640, 360),
    /// Steps of one minute over 28 days.
    MINUTE(60_000, 40_320, 1_440);

    private final long step;
    private final int length;
    private final int segment;

    Resolution(long step, int length, int segment) {
        this.step = step;
        this.length = length;
        this.segment = segment;
    }

    /// Milliseconds a step, 0 for [#TICK], whose steps are as uneven as the ticks.
    public long step() {
        return step;
    }

    /// Steps kept.
    public int length() {
        return length;
    }

    /// Steps that are saved together, 0 for [#TICK], which is not saved.
    public int segment() {
        return segment;
    }

    /// How far back it reaches, milliseconds; 0 for [#TICK].
    public long span() {
        return step * length;
    }
}
