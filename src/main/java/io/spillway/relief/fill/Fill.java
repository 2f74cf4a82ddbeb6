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
    /// that ends, as each time the busiest falls. Takes a few milliseconds for 10,000 servers.
    public static Filling plan(Servers servers, Aim aim) {
        List<Round> rounds = new ArrayList<>();
        Round first = round(servers, aim);
        for (Round next = first; next.worthIt(); ) {
            rounds.add(next);
            Servers then = servers.with(next.goal);
            if (Quanta.factor(then, aim.heaviest()) < 2 && !next.cramped()) {
                break;
            }
            next = round(then, aim);
        }
        return filling(servers, aim, first, rounds);
    }

    /// The steps from some weights to others, the last being the others: none changes a weight by
    /// more than a quarter of what it was, unless that took more than eight.
    public static List<int[]> steps(int[] from, int[] to) {
        return Steps.of(from, to);
    }

    /// One filling with weights as they are.
    static Filling once(Servers servers, Aim aim) {
        Round round = new Round(servers, aim, 1, 1);
        return filling(servers, aim, round, round.worthIt() ? List.of(round) : List.of());
    }

    private static Filling filling(Servers servers, Aim aim, Round first, List<Round> rounds) {
        Round last = rounds.isEmpty() ? first : rounds.getLast();
        double lacking = lacking(servers, aim);
        boolean known = aim.newcomer() > 0;
        return new Filling(
                rounds.isEmpty() ? servers.weights() : last.goal,
                rounds.stream().mapToInt(r -> r.factor).reduce(1, (x, y) -> x * y),
                rounds.stream().mapToInt(r -> r.divisor).reduce(1, (x, y) -> x * y),
                first.before,
                rounds.isEmpty() ? first.before : last.after,
                last.level.star,
                lacking,
                aim.demand() > 0 ? lacking / aim.demand() : 0,
                known ? (int) Math.min(Integer.MAX_VALUE, Math.ceil(lacking / aim.newcomer())) : -1,
                last.level.held(),
                frozenAbove(servers, aim),
                rounds.stream().flatMap(r -> r.steps().stream()).toList());
    }

    private static Round round(Servers servers, Aim aim) {
        Round round = new Round(servers, aim, Quanta.factor(servers, aim.heaviest()), 1);
        // Finer weights leave a strong server less room below the largest weight.
        while (round.cramped() && round.factor > 1) {
            round = new Round(servers, aim, round.factor / 2, 1);
        }
        for (int times = 1; times <= 2 && round.cramped(); times++) {
            int divisor = Quanta.divisor(servers.weights(), times, aim.heaviest());
            if (divisor > 1) {
                round = new Round(servers, aim, 1, divisor);
            }
        }
        return round;
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

    /// One filling, all weights multiplied or divided by a factor first.
    private static final class Round {
        final int factor;
        final int divisor;
        final Level level;
        final int[] goal;
        final double before;
        final double after;
        private final int[] given;
        private final int[] base;
        private final double target;

        Round(Servers servers, Aim aim, int factor, int divisor) {
            this.factor = factor;
            this.divisor = divisor;
            given = servers.weights();
            base = Quanta.times(Quanta.divided(given, divisor), factor);
            target = aim.target();
            Servers scaled = servers.with(base);
            Level free = new Level(scaled, aim, false);
            int[] filled = free.fill(base);
            int needed = Math.min(aim.least(), active(scaled, base));
            boolean keep = active(scaled, filled) < needed;
            level = keep ? new Level(scaled, aim, true) : free;
            goal = keep ? level.fill(base) : filled;
            before = level.highest(base);
            after = level.highest(goal);
        }

        /// True if the largest weight there is keeps someone from helping.
        boolean cramped() {
            return level.capped() && level.star > target && before > target + SLACK;
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
                    stages.addAll(
                            divisor > 1
                                    ? Quanta.halvings(given, divisor)
                                    : Quanta.doublings(given, factor));
                }
                stages.add(step);
                steps.add(List.copyOf(stages));
            }
            return steps;
        }
    }
}
