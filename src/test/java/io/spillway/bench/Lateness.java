package io.spillway.bench;

import io.spillway.desk.Picture;
import java.util.ArrayList;
import java.util.List;

/// How late a desk's ticks begin, and how late their Pictures are there, against the earliest of
/// them, one being due each second. May be called on any thread.
final class Lateness {
    private static final long SECOND = 1_000_000_000L;

    /// Ticks that are not counted after a pause.
    private static final int AFTER = 3;

    private final List<Long> begun = new ArrayList<>();
    private final List<Long> there = new ArrayList<>();
    private boolean counts;
    private int skip;
    private long first = -1;

    synchronized void begin() {
        begun.clear();
        there.clear();
        counts = true;
    }

    /// What comes next is late for a reason of the measurement's own.
    synchronized void pause() {
        skip = AFTER;
    }

    synchronized void seen(Picture picture) {
        if (first < 0) {
            first = picture.tick();
        }
        boolean skipped = skip-- > 0;
        if (counts && !skipped) {
            long due = (picture.tick() - first) * SECOND;
            begun.add(picture.time().toEpochMilli() * 1_000_000 - due);
            there.add(System.nanoTime() - due);
        }
    }

    /// How many ticks began later than so many milliseconds.
    synchronized long later(double millis) {
        long first = begun.stream().mapToLong(Long::longValue).min().orElse(0);
        return begun.stream().filter(at -> at - first > millis * 1e6).count();
    }

    /// Milliseconds that the begin of this share of ticks stays within.
    synchronized double begun(double share) {
        return at(begun, share);
    }

    /// The same for their Pictures.
    synchronized double there(double share) {
        return at(there, share);
    }

    private static double at(List<Long> offsets, double share) {
        if (offsets.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = offsets.stream().sorted().toList();
        int place = (int) Math.min(sorted.size() - 1, sorted.size() * share);
        return (sorted.get(place) - sorted.getFirst()) / 1e6;
    }
}
