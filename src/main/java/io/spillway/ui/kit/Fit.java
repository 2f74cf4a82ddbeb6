package io.spillway.ui.kit;

import java.util.List;
import java.util.Locale;

/// What fits on the screen of a wall so that the farthest viewer reads all of it. More at once
/// counts more than larger type.
///
/// @param type size of the smallest type, pixels
/// @param room for how much
/// @param enough false if not even one panel finds room; it is drawn all the same
public record Fit(int type, Room room, boolean enough) {
    /// The smallest type in units of the wall's layout, which is scaled as a whole.
    private static final double UNITS = 12;

    /// The largest type with which most fits.
    ///
    /// @param width of the screen, pixels
    /// @param height of the screen, pixels
    public static Fit of(Viewer viewer, double width, double height) {
        int least = viewer.least(width, height);
        for (Room room : List.of(Room.WIDE, Room.MEDIUM)) {
            for (int type : List.of(viewer.preferred(width, height), least)) {
                if (room.within(width / type, height / type)) {
                    return new Fit(type, room, true);
                }
            }
        }
        return new Fit(least, Room.SMALL, Room.SMALL.within(width / least, height / least));
    }

    /// Pixels to a unit of the layout.
    public double scale() {
        return type / UNITS;
    }

    /// What was chosen, for the log: `52 px, medium`.
    @Override
    public String toString() {
        return type + " px, " + room.name().toLowerCase(Locale.ROOT);
    }
}
