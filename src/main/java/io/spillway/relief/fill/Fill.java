package io.spillway.relief.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Plans weights: the lowest highest CPU that whole weights reach, but not lower than the target,
/// with the sum of the weights kept and the fewest servers changed.
public final class Fill {
    /// Nothing is done below this much above the target.
    public static final double SLACK = 0.05;

    /// Nor for less than this.
    public static final double MIN_GAIN = 0.02;

    /// No step changes a weight by more than this share of what it was before the plan, as far as
    /// eight steps allow.
    public static final double MAX_STEP = 0.25;

    private Fill() {}

    /// The plan. The same servers in another order get the same plan, servers that are alike in all
    /// aside. Weights that fell can leave room to make all of them finer and to fill once more;
    /// that ends, as each time they double at least. Takes a few milliseconds for 10,000 servers.
    public static Filling plan(Servers servers, Aim aim) {
        List<List<int[]>> steps = new ArrayList<>();
        Round first = round(servers, aim, Quanta.factor(servers));
        Round last = first;
        int scaledBy = 1;
        for (Round next = first; next.worthIt(); ) {
            last = next;
            scaledBy *= last.factor;
            steps.addAll(last.steps());
            Servers then = servers.with(last.goal);
            int factor = Quanta.factor(then);
            if (factor < 2) {
                break;
            }
            next = round(then, aim, factor);
        }
        return filling(servers, aim, first.before, last, scaledBy, steps);
    }

    /// The steps from some weights to others, the last being the others: none changes a weight by
    /// more than a quarter of what it was, unless that took more than eight.
    public static List<int[]> steps(int[] from, int[] to) {
        return Steps.of(from, to);
    }

    /// One filling without making weights finer first.
    static Filling once(Servers servers, Aim aim) {
        Round round = round(servers, aim, 1);
        return filling(
                servers, aim, round.before, round, 1, round.worthIt() ? round.steps() : List.of());
    }

    private static Filling filling(
            Servers servers,
            Aim aim,
            double before,
            Round last,
            int scaledBy,
            List<List<int[]>> steps) {
        double lacking = lacking(servers, aim);
        boolean known = aim.newcomer() > 0;
        return new Filling(
                steps.isEmpty() ? servers.weights() : last.goal,
                scaledBy,
                before,
                steps.isEmpty() ? before : last.after,
                last.level.star,
                lacking,
                aim.demand() > 0 ? lacking / aim.demand() : 0,
                known ? (int) Math.min(Integer.MAX_VALUE, Math.ceil(lacking / aim.newcomer())) : -1,
                last.level.held(),
                frozenAbove(servers, aim),
                steps);
    }

    private static Round round(Servers servers, Aim aim, int finest) {
        for (int factor = finest; ; factor /= 2) {
            Servers fine = servers.with(Quanta.times(servers.weights(), factor));
            Round round = new Round(fine, aim, servers.weights(), factor);
            // Finer weights leave a strong server less room below the largest weight.
            if (factor < 2 || !round.level.capped() || round.level.star <= aim.target()) {
                return round;
            }
        }
    }

    private static double lacking(Servers servers, Aim aim) {
        double perWeight = aim.demand() / Math.max(1, servers.inService());
        double fits = 0;
        for (int i = 0; i < servers.size(); i++) {
            double now = perWeight * servers.weights()[i];
            double room = Math.max(0, aim.target() - servers.background()[i]) / servers.cost()[i];
            if (servers.weights()[i] == 0) {
                continue;
            }
            fits +=
                    switch (servers.roles()[i]) {
                        case FREE -> room;
                        case FALLING -> Math.min(room, now);
                        case FROZEN -> now;
                        case OUT -> 0;
                    };
        }
        double lacking = aim.demand() - fits;
        return lacking > 1e-9 * aim.demand() ? lacking : 0;
    }

    private static int[] frozenAbove(Servers servers, Aim aim) {
        double perWeight = aim.demand() / Math.max(1, servers.inService());
        int[] above = new int[servers.size()];
        int n = 0;
        for (int i = 0; i < above.length; i++) {
            double traffic = servers.cost()[i] * perWeight * servers.weights()[i];
            if (servers.roles()[i] == Role.FROZEN
                    && servers.background()[i] + traffic > aim.target()) {
                above[n++] = i;
            }
        }
        return Arrays.copyOf(above, n);
    }

    /// One filling, all weights multiplied by a factor first.
    private static final class Round {
        final int[] given;
        final int factor;
        final int[] base;
        final Level level;
        final int[] goal;
        final double before;
        final double after;
        private final double target;

        Round(Servers fine, Aim aim, int[] given, int factor) {
            this.given = given;
            this.factor = factor;
            base = fine.weights();
            target = aim.target();
            Level free = new Level(fine, aim, false);
            int[] filled = free.fill(base);
            int needed = Math.min(aim.least(), active(fine, base));
            boolean keep = active(fine, filled) < needed;
            level = keep ? new Level(fine, aim, true) : free;
            goal = keep ? level.fill(base) : filled;
            before = level.highest(base);
            after = level.highest(goal);
        }

        private static int active(Servers servers, int[] weights) {
            int active = 0;
            for (int i = 0; i < weights.length; i++) {
                active += servers.roles()[i] != Role.OUT && weights[i] > 0 ? 1 : 0;
            }
            return active;
        }

        boolean worthIt() {
            return before > target + SLACK && before - after >= MIN_GAIN;
        }

        List<List<int[]>> steps() {
            List<List<int[]>> steps = new ArrayList<>();
            for (int[] step : Steps.of(base, goal)) {
                List<int[]> stages = new ArrayList<>();
                if (steps.isEmpty()) {
                    stages.addAll(Quanta.doublings(given, factor));
                }
                stages.add(step);
                steps.add(List.copyOf(stages));
            }
            return steps;
        }
    }
}
