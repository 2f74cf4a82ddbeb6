package io.spillway.ui.plot;

/// How a server's cell is drawn.
enum CellKind {
    /// Grey, brighter where busier.
    NORMAL,
    /// From nine tenths of the pool's limit on: the brightest grey, with its number.
    NEAR,
    /// Above the limit: the colour of a high alarm, with its number.
    HOT,
    /// A value that is old, or none: hatched.
    UNSEEN,
    /// Out of service by an operator: empty, with a slash.
    DRAINED,
    /// Its checks fail: empty, with a cross.
    DOWN;

    /// What a reader is told of it, empty where the value says it all.
    String words() {
        return switch (this) {
            case NORMAL, NEAR -> "";
            case HOT -> "over the limit";
            case UNSEEN -> "no live data";
            case DRAINED -> "out of service";
            case DOWN -> "down";
        };
    }
}
