package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;

/// How a server's cell is drawn.
enum CellKind {
    /// Grey, brighter where busier.
    NORMAL,
    /// From nine tenths of the pool's limit on: the brightest grey, with its number.
    NEAR,
    /// A low alarm about it is active: that alarm's colour, with its number.
    LOW,
    /// A medium alarm about it is active.
    MEDIUM,
    /// A high alarm about it is active.
    HIGH,
    /// A value that is old, or none: hatched.
    UNSEEN,
    /// Out of service by an operator: empty, with a slash.
    DRAINED,
    /// In maintenance: empty, with a bar.
    MAINTENANCE,
    /// Its checks fail: empty, with a cross.
    DOWN;

    /// True if an alarm about the server is active.
    boolean alarm() {
        return this == LOW || this == MEDIUM || this == HIGH;
    }

    /// True if it is drawn empty: no traffic goes there.
    boolean hollow() {
        return this == DRAINED || this == MAINTENANCE || this == DOWN;
    }

    /// What a reader is told of it, empty where the value says it all.
    String words() {
        return switch (this) {
            case NORMAL, NEAR -> "";
            case LOW -> Words.of("plot.low-alarm");
            case MEDIUM -> Words.of("plot.medium-alarm");
            case HIGH -> Words.of("plot.high-alarm");
            case UNSEEN -> Words.of("kit.no-live-data");
            case DRAINED -> Words.of("plot.out-of-service");
            case MAINTENANCE -> Words.of("plot.maintenance");
            case DOWN -> Words.of("plot.down");
        };
    }
}
