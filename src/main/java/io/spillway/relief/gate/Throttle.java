package io.spillway.relief.gate;

import io.spillway.relief.Plan.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Gates that follow the load: capacity and demand say at once how much to refuse, and what the
/// servers then really do corrects it, because the capacity may be known wrongly. One step after
/// another, each made from the one before; nothing is kept elsewhere, so it can be saved and taken
/// up again.
///
/// @param shed what is refused of each class now, permille, by rank
/// @param factor by which the capacity is corrected, [#LEAST]..[#MOST]
/// @param trimmedAt when it was corrected last, epoch milliseconds
/// @param openings what was let in again lately
public record Throttle(List<Integer> shed, double factor, long trimmedAt, List<Opening> openings) {
    static final double LEAST = 0.3;
    static final double MOST = 1.4;
    static final long TRIM_MILLIS = 10_000;
    static final long RELEASE_MILLIS = 30_000;

    /// Within [#RELEASE_MILLIS] no more than this is let in again, of all classes together.
    static final int RELEASE = 100;

    /// The utilisation may be this far from its target without a correction.
    private static final double DEAD_BAND = 0.03;

    public Throttle {
        shed = List.copyOf(shed);
        openings = List.copyOf(openings);
    }

    /// Clients let in again.
    ///
    /// @param at epoch milliseconds
    /// @param permille that much, of all classes together
    public record Opening(long at, int permille) {}

    /// What a step is told.
    ///
    /// @param now epoch milliseconds
    /// @param capacity requests per second times cost that all servers can take at `target`
    /// @param target the utilisation to keep, 0..1: see [GateInput#target]
    /// @param busiest the highest utilisation measured, 0..1, NaN if unknown
    /// @param demand what is asked for, by rank, requests per second times cost
    /// @param ranges between what each class's gate may move, by rank
    public record Sight(
            long now,
            double capacity,
            double target,
            double busiest,
            List<Double> demand,
            List<Range> ranges) {
        public Sight {
            demand = List.copyOf(demand);
            ranges = List.copyOf(ranges);
        }
    }

    /// Every gate open.
    public static Throttle open(int classes) {
        return new Throttle(Collections.nCopies(classes, 0), 1, 0, List.of());
    }

    /// The gates as they were set by an act, from which the first step goes on.
    ///
    /// @param shed permille by rank
    /// @param at when they were set, epoch milliseconds
    public static Throttle from(List<Integer> shed, long at) {
        return new Throttle(shed, 1, at, List.of());
    }

    /// True if anything is refused.
    public boolean shedding() {
        return shed.stream().anyMatch(s -> s > 0);
    }

    /// The next step. Closing is done at once, opening in small parts, the most critical class
    /// first.
    public Throttle next(Sight sight) {
        boolean due = shedding() && sight.now - trimmedAt >= TRIM_MILLIS;
        double trimmed = shedding() ? factor : 1;
        if (due && !Double.isNaN(sight.busiest)) {
            trimmed = trim(trimmed, sight.busiest - sight.target);
        }
        double[] demand = sight.demand.stream().mapToDouble(d -> d).toArray();
        int[] wanted = Admission.refuse(Admission.admit(trimmed * sight.capacity, demand), demand);
        List<Opening> lately =
                new ArrayList<>(
                        openings.stream().filter(o -> sight.now - o.at < RELEASE_MILLIS).toList());
        List<Integer> next = toward(wanted, sight.ranges, room(lately));
        int opened = opened(next);
        if (opened > 0) {
            lately.add(new Opening(sight.now, opened));
        }
        boolean begins = !shedding() && next.stream().anyMatch(s -> s > 0);
        return new Throttle(next, trimmed, due || begins ? sight.now : trimmedAt, lately);
    }

    private static double trim(double factor, double above) {
        double changed =
                above > DEAD_BAND ? factor * 0.95 : above < -DEAD_BAND ? factor * 1.01 : factor;
        return Math.clamp(changed, LEAST, MOST);
    }

    private static int room(List<Opening> lately) {
        return Math.max(0, RELEASE - lately.stream().mapToInt(Opening::permille).sum());
    }

    private List<Integer> toward(int[] wanted, List<Range> ranges, int room) {
        List<Integer> next = new ArrayList<>();
        int left = room;
        for (int k = 0; k < wanted.length; k++) {
            int now = shed.get(k);
            int goal = Ranges.clamp(ranges.get(k), Admission.settle(now, wanted[k]));
            int step = Math.max(goal - now, -left);
            left += Math.min(0, step);
            next.add(now + step);
        }
        return next;
    }

    private int opened(List<Integer> next) {
        return IntStream.range(0, next.size())
                .map(k -> Math.max(0, shed.get(k) - next.get(k)))
                .sum();
    }
}
