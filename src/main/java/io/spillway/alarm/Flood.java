package io.spillway.alarm;

import java.util.ArrayList;
import java.util.List;

/// Whether it rains alarms.
///
/// @param rises when alarms were raised, the last eleven
/// @param on true while it rains
record Flood(List<Long> rises, boolean on) {
    /// The window, milliseconds.
    private static final long WINDOW = 600_000;

    /// So many within a window begin it.
    private static final int BEGINS = 11;

    /// Fewer than so many within a window end it.
    private static final int ENDS = 5;

    static final Flood NONE = new Flood(List.of(), false);

    Flood {
        rises = List.copyOf(rises);
    }

    /// A step later.
    ///
    /// @param raised how many alarms were raised in it
    Flood next(int raised, long time) {
        List<Long> all = new ArrayList<>(rises);
        for (int i = 0; i < Math.min(raised, BEGINS); i++) {
            all.add(time);
        }
        List<Long> last =
                all.subList(Math.max(0, all.size() - BEGINS), all.size()).stream()
                        .filter(t -> time - t < WINDOW)
                        .toList();
        boolean rains = on ? last.size() >= ENDS : last.size() >= BEGINS;
        return new Flood(last, rains);
    }
}
