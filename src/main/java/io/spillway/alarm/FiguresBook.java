package io.spillway.alarm;

import io.spillway.alarm.rule.Rules;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts events as they come, for seven days. Mutable; for one thread.
public final class FiguresBook {
    private static final long DAY = 86_400_000L;

    /// How long it remembers, milliseconds.
    public static final long SPAN = 7 * DAY;

    private static final int COUNTS = 144;
    private static final int MOST_ACTORS = 10;

    private final Deque<AlarmEvent> raised = new ArrayDeque<>();
    private final Map<String, Tally> tallies = new HashMap<>();
    private final TreeMap<Long, int[]> counts = new TreeMap<>();
    private final FloodTime floods = new FloodTime();
    private long first = Long.MAX_VALUE;
    private boolean stale = true;
    private List<Figures.Actor> most = List.of();
    private Rules asked = new Rules(List.of(), List.of());

    /// A further event; not before those that were added.
    public void add(AlarmEvent event) {
        first = Math.min(first, event.time());
        floods.add(event);
        if (event.id().isEmpty()) {
            return;
        }
        boolean rang = event.kind() == AlarmEvent.Kind.RAISED && event.to().active();
        if (rang) {
            raised.addLast(event);
            long step = Math.floorDiv(event.time(), Figures.STEP) * Figures.STEP;
            counts.computeIfAbsent(step, s -> new int[3])[event.priority().ordinal()]++;
        }
        Tally tally = tallies.get(event.id());
        if (tally == null && rang) {
            tally = new Tally();
            tallies.put(event.id(), tally);
        }
        if (tally != null) {
            tally.add(event);
            stale = true;
        }
    }

    /// How well the alarms serve.
    ///
    /// @param time epoch milliseconds, not before the last event's
    public Figures figures(Memory memory, Rules rules, long time) {
        forget(time - SPAN);
        long start = Math.floorDiv(time, Figures.STEP) * Figures.STEP - (COUNTS - 1) * Figures.STEP;
        counts.headMap(start).clear();
        int[][] by = new int[3][COUNTS];
        counts.forEach((step, count) -> {
            int at = (int) ((step - start) / Figures.STEP);
            for (int p = 0; p < 3 && at < COUNTS; p++) {
                by[p][at] = count[p];
            }
        });
        List<Long> ages =
                memory.kept().values().stream()
                        .filter(k -> k.stage().state().active())
                        .map(k -> time - k.stage().since())
                        .toList();
        return new Figures(
                lastTenMinutes(time),
                start,
                by[0],
                by[1],
                by[2],
                actors(rules),
                (int) ages.stream().filter(a -> a > DAY).count(),
                ages.stream().mapToLong(a -> a).max().orElse(0),
                floods.share(Math.max(first, time - SPAN), time));
    }

    private int lastTenMinutes(long time) {
        int n = 0;
        Iterator<AlarmEvent> newest = raised.descendingIterator();
        while (newest.hasNext() && time - newest.next().time() < Figures.STEP) {
            n++;
        }
        return n;
    }

    private void forget(long before) {
        AlarmEvent oldest = raised.peekFirst();
        while (oldest != null && oldest.time() < before) {
            raised.removeFirst();
            stale = true;
            Tally tally = tallies.get(oldest.id());
            if (tally != null && tally.forget(before)) {
                tallies.remove(oldest.id());
            }
            oldest = raised.peekFirst();
        }
    }

    private List<Figures.Actor> actors(Rules rules) {
        if (stale || !asked.equals(rules)) {
            Comparator<Map.Entry<String, Tally>> order =
                    Comparator.comparingInt(e -> -e.getValue().times());
            most =
                    tallies.entrySet().stream()
                            .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                            .limit(MOST_ACTORS)
                            .map(e -> e.getValue().actor(e.getKey(), rules, raised.size()))
                            .toList();
            stale = false;
            asked = rules;
        }
        return most;
    }
}
