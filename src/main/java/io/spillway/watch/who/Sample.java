package io.spillway.watch.who;

import java.util.ArrayList;
import java.util.List;

/// A sample of the requests of the last days, of fixed size: everything while there is little, and
/// of busy and of long gone minutes as much as fits. Requests may come late and in any order.
final class Sample {
    private static final long MINUTE = 60_000;
    private static final long DAYS = 8 * 24 * 60 * MINUTE;
    private static final int SLOTS = 96;
    private static final int HIGHEST = 30;

    private final int most;
    private final List<Slot> slots = new ArrayList<>();
    private int kept;

    /// @param most requests kept
    Sample(int most) {
        this.most = most;
    }

    /// Keeps a request if its luck is good enough.
    ///
    /// @param luck n with probability 2^-(n+1), at most 30
    void add(Traits traits, int luck) {
        Slot slot = slot(traits.time);
        if (slot == null || luck < slot.level) {
            return;
        }
        slot.add(traits, luck);
        kept++;
        while (kept > most) {
            halveTheBiggest();
        }
    }

    /// How many requests are kept.
    int size() {
        return kept;
    }

    /// When the oldest kept request came, MAX_VALUE if there is none.
    long oldest() {
        long oldest = Long.MAX_VALUE;
        for (Slot slot : slots) {
            for (int i = 0; i < slot.size; i++) {
                oldest = Math.min(oldest, slot.time[i]);
            }
            if (slot.size > 0) {
                return oldest;
            }
        }
        return oldest;
    }

    /// The slots that may hold requests of `[from, to)`.
    List<Slot> between(long from, long to) {
        return slots.stream().filter(slot -> slot.to > from && slot.from < to).toList();
    }

    private void halveTheBiggest() {
        Slot biggest = slots.getFirst();
        for (Slot slot : slots) {
            if (slot.size > biggest.size) {
                biggest = slot;
            }
        }
        int before = biggest.size;
        if (biggest.level < HIGHEST) {
            biggest.halve();
        } else {
            slots.remove(biggest);
            biggest.size = 0;
        }
        kept -= before - biggest.size;
    }

    private @org.jspecify.annotations.Nullable Slot slot(long time) {
        int at = slots.size() - 1;
        while (at >= 0 && slots.get(at).from > time) {
            at--;
        }
        if (at >= 0 && time < slots.get(at).to) {
            return slots.get(at);
        }
        if (!slots.isEmpty() && time < slots.getLast().to - DAYS) {
            return null;
        }
        long from = Math.floorDiv(time, MINUTE) * MINUTE;
        long to = from + MINUTE;
        int level = 0;
        if (at >= 0) {
            Slot earlier = slots.get(at);
            from = Math.max(from, earlier.to);
            level = from == earlier.to ? Math.max(0, earlier.level - 1) : 0;
        }
        if (at + 1 < slots.size()) {
            to = Math.min(to, slots.get(at + 1).from);
        }
        var slot = new Slot(from, to, level);
        slots.add(at + 1, slot);
        return slots.size() > SLOTS ? tidy(time) : slot;
    }

    /// Drops what is too old, else joins the two neighbours that are shortest for their age.
    private Slot tidy(long time) {
        long end = slots.getLast().to;
        Slot first = slots.getFirst();
        if (first.to < end - DAYS) {
            kept -= first.size;
            slots.removeFirst();
        } else {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i + 1 < slots.size(); i++) {
                long from = slots.get(i).from;
                double length = slots.get(i + 1).to - from;
                double weight = length / (end - from + 20.0 * MINUTE);
                if (weight < least) {
                    least = weight;
                    best = i;
                }
            }
            Slot earlier = slots.get(best);
            Slot later = slots.remove(best + 1);
            int before = earlier.size + later.size;
            earlier.absorb(later);
            kept -= before - earlier.size;
        }
        return java.util.Objects.requireNonNull(slot(time));
    }
}
