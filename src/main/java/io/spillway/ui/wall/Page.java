package io.spillway.ui.wall;

import io.spillway.ui.kit.Room;
import java.util.List;
import java.util.Locale;

/// What the wall may show between its header and its foot. Where the type must be large, a page
/// falls into several views, shown in turn.
public enum Page {
    OVERVIEW,
    PLOTS,
    FLEET,
    ALARMS,
    LEASES;

    /// One view: columns of parts, left to right, each top to bottom.
    record View(List<List<Part>> columns) {}

    /// The stable word used on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }

    /// The page in a room, in views.
    List<View> views(Room room) {
        boolean small = room == Room.SMALL;
        return switch (this) {
            case OVERVIEW -> overview(room);
            case PLOTS ->
                    small
                            ? List.of(alone(Part.LOAD), alone(Part.CPU))
                            : List.of(new View(List.of(List.of(Part.LOAD, Part.CPU))));
            case FLEET -> List.of(alone(Part.FLEET));
            case ALARMS -> List.of(alone(Part.ALARMS));
            case LEASES -> List.of(alone(Part.LEASES));
        };
    }

    private static List<View> overview(Room room) {
        return switch (room) {
            case WIDE ->
                    List.of(
                            new View(
                                    List.of(
                                            List.of(Part.LOAD, Part.CPU),
                                            List.of(Part.FLEET, Part.ALARMS))));
            case MEDIUM ->
                    List.of(
                            besideAlarms(Part.LOAD),
                            besideAlarms(Part.CPU),
                            besideAlarms(Part.FLEET));
            case SMALL ->
                    List.of(
                            alone(Part.ALARMS),
                            alone(Part.LOAD),
                            alone(Part.CPU),
                            alone(Part.FLEET));
        };
    }

    private static View besideAlarms(Part part) {
        return new View(List.of(List.of(part), List.of(Part.ALARMS)));
    }

    private static View alone(Part part) {
        return new View(List.of(List.of(part)));
    }
}
