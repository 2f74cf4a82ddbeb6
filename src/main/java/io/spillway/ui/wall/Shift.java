package io.spillway.ui.wall;

/// Where the whole scene stands now, so that nothing burns into the screen: a step of one pixel a
/// minute, over the whole of a square.
///
/// @param x to the right, 0..[#MOST] pixels
/// @param y down, 0..[#MOST] pixels
record Shift(int x, int y) {
    /// How far the scene may be from its place, pixels.
    static final int MOST = 8;

    private static final long STEP = 60_000;
    private static final int SIDE = MOST + 1;

    /// @param now epoch milliseconds
    static Shift at(long now) {
        int step = (int) Math.floorMod(now / STEP, 2L * SIDE * SIDE);
        // There and back by the same way, row by row, each in the other direction.
        int i = step < SIDE * SIDE ? step : 2 * SIDE * SIDE - 1 - step;
        int row = i / SIDE;
        int column = row % 2 == 0 ? i % SIDE : SIDE - 1 - i % SIDE;
        return new Shift(column, row);
    }
}
