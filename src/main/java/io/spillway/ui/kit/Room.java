package io.spillway.ui.kit;

/// How much a wall has room for, counted in the smallest type.
public enum Room {
    /// Four panels at once.
    WIDE(60, 33),
    /// Two columns.
    MEDIUM(34, 19),
    /// One panel at a time.
    SMALL(20, 11);

    private final double width;
    private final double height;

    Room(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// True if a screen of so many sizes of type across and down offers as much.
    boolean within(double across, double down) {
        return across >= width && down >= height;
    }
}
