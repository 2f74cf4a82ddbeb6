package io.spillway.evaluate;

import io.spillway.relief.fill.Aim;
import io.spillway.relief.fill.Fill;
import io.spillway.relief.fill.Filling;
import io.spillway.relief.fill.LowestLevel;
import io.spillway.relief.fill.Role;
import io.spillway.relief.fill.Servers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Redistribution of random pools: ours beside equal weights, weights by free CPU, weights by
/// requests over utilisation as gRPC and Envoy set them, and the true optimum. The others get
/// shares of any size, ours whole weights.
final class PlannerSection implements Section {
    private static final double TARGET = 0.7;
    private static final int POOLS = 500;

    @Override
    public String name() {
        return "planner";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) {
        Random random = new Random(seed);
        Tally[] rules = {
            new Tally("equal weights"),
            new Tally("by free CPU"),
            new Tally("requests/CPU, once"),
            new Tally("requests/CPU, settled"),
            new Tally("ours"),
            new Tally("optimum")
        };
        Fewest fewest = new Fewest();
        for (int made = 0; made < (full ? POOLS : POOLS / 5); ) {
            Servers pool = pool(2 + random.nextInt(59), random);
            double demand = demand(pool, 0.5 + 0.7 * random.nextDouble());
            double[] now = shares(pool.weights());
            if (highest(pool, now, demand) <= TARGET + Fill.SLACK) {
                continue;
            }
            made++;
            double best = LowestLevel.ofShares(pool, demand);
            double[] settled = now;
            for (int k = 0; k < 30; k++) {
                settled = byUtilisation(pool, settled, demand);
            }
            double[][] shares = {
                even(pool.size()),
                byFreeCpu(pool, now, demand),
                byUtilisation(pool, now, demand),
                settled
            };
            for (int r = 0; r < shares.length; r++) {
                rules[r].add(best, highest(pool, shares[r], demand), pool.size());
            }
            Filling plan = Fill.plan(pool, Aim.of(demand, TARGET));
            double ours = highest(pool, shares(plan.goal()), demand);
            rules[4].add(best, ours, changed(pool, plan));
            rules[5].add(best, best, pool.size());
            fewest.add(pool, plan, demand, best, ours);
        }
        List<Row> rows = new ArrayList<>();
        for (Tally rule : rules) {
            rule.rows(name(), rows);
        }
        fewest.rows(name(), rows);
        return rows;
    }

    private static Servers pool(int n, Random random) {
        double[] cost = new double[n];
        double[] background = new double[n];
        int[] weights = new int[n];
        Role[] roles = new Role[n];
        for (int i = 0; i < n; i++) {
            cost[i] = 0.001 * Math.exp(0.35 * random.nextGaussian());
            background[i] = 0.03 + 0.09 * random.nextDouble();
            background[i] += random.nextDouble() < 0.15 ? 0.35 * random.nextDouble() : 0;
            weights[i] = 70 + random.nextInt(60);
            roles[i] = Role.FREE;
        }
        return new Servers(cost, background, weights, roles);
    }

    /// The demand at which shares by capacity bring everyone to a level.
    private static double demand(Servers pool, double level) {
        double demand = 0;
        for (int i = 0; i < pool.size(); i++) {
            demand += Math.max(0, level - pool.background()[i]) / pool.cost()[i];
        }
        return demand;
    }

    private static double highest(Servers pool, double[] shares, double demand) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> cpu(pool, shares, demand, i))
                .max()
                .orElse(0);
    }

    private static double cpu(Servers pool, double[] shares, double demand, int i) {
        return pool.background()[i] + pool.cost()[i] * demand * shares[i];
    }

    private static double[] even(int n) {
        double[] shares = new double[n];
        Arrays.fill(shares, 1.0 / n);
        return shares;
    }

    private static double[] shares(int[] weights) {
        return normal(Arrays.stream(weights).asDoubleStream().toArray());
    }

    private static double[] byFreeCpu(Servers pool, double[] now, double demand) {
        return normal(
                IntStream.range(0, now.length)
                        .mapToDouble(i -> Math.max(0.01, 1 - cpu(pool, now, demand, i)))
                        .toArray());
    }

    private static double[] byUtilisation(Servers pool, double[] now, double demand) {
        return normal(
                IntStream.range(0, now.length)
                        .mapToDouble(i -> demand * now[i] / cpu(pool, now, demand, i))
                        .toArray());
    }

    private static double[] normal(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(v -> v / sum).toArray();
    }

    private static int changed(Servers pool, Filling plan) {
        int changed = 0;
        for (int i = 0; i < pool.size(); i++) {
            changed +=
                    plan.goal()[i] * plan.dividedBy() == pool.weights()[i] * plan.scaledBy()
                            ? 0
                            : 1;
        }
        return changed;
    }

    /// How one rule did.
    private static final class Tally {
        private final String rule;
        private int above;
        private double excess;
        private double worst;
        private int below;
        private int reached;
        private int changed;

        Tally(String rule) {
            this.rule = rule;
        }

        void add(double best, double got, int servers) {
            if (best > TARGET) {
                above++;
                excess += got - best;
                worst = Math.max(worst, got - best);
            } else {
                below++;
                reached += got <= TARGET + 1e-9 ? 1 : 0;
                changed += servers;
            }
        }

        void rows(String section, List<Row> rows) {
            String over = rule + ": above the optimum, ";
            rows.add(Row.shown(section, over + "mean", 100 * excess / above, "pts"));
            rows.add(Row.shown(section, over + "worst", 100 * worst, "pts"));
            String share = rule + ": at or under target where possible";
            rows.add(Row.shown(section, share, 100.0 * reached / below, "%"));
            String many = rule + ": servers changed there, mean";
            rows.add(Row.shown(section, many, (double) changed / below, ""));
        }
    }

    /// What ours is held to.
    private static final class Fewest {
        private int farther;
        private int notLowest;
        private int missed;
        private int tooMany;
        private int bound;
        private int above;
        private int below;

        void add(Servers pool, Filling plan, double demand, double best, double ours) {
            Servers fine = pool.with(plan.goal());
            double dearest = Arrays.stream(pool.cost()).max().orElse(0);
            double quantum = dearest * demand / fine.inService();
            if (best > TARGET) {
                above++;
                // A gain too small to act for is left where it is.
                boolean left = !plan.worthIt() && ours - best < Fill.MIN_GAIN;
                double whole = LowestLevel.whole(fine, demand);
                boolean capped = whole > best + quantum;
                bound += capped ? 1 : 0;
                farther += ours > best + quantum + 1e-9 && !left && !capped ? 1 : 0;
                notLowest += ours > whole + 1e-9 && !left && whole > TARGET ? 1 : 0;
            } else {
                below++;
                missed += ours > TARGET + 1e-9 && plan.star() <= TARGET ? 1 : 0;
                tooMany +=
                        plan.star() <= TARGET && changed(pool, plan) > least(pool, plan, demand)
                                ? 1
                                : 0;
            }
        }

        /// Everyone above the target has to fall to it; as few as can take what falls off rise.
        private static int least(Servers pool, Filling plan, double demand) {
            double perWeight = demand / pool.inService();
            double scale = (double) plan.scaledBy() / plan.dividedBy();
            List<Integer> room = new ArrayList<>();
            int changes = 0;
            int excess = 0;
            for (int i = 0; i < pool.size(); i++) {
                double unit = pool.cost()[i] * perWeight / scale;
                int fits = (int) ((TARGET - pool.background()[i]) / unit + 1e-9);
                int spare = Math.min(256, fits) - (int) Math.round(pool.weights()[i] * scale);
                changes += spare < 0 ? 1 : 0;
                excess += Math.max(0, -spare);
                room.add(-Math.max(0, spare));
            }
            room.sort(null);
            for (int k = 0; excess > 0; k++) {
                excess += room.get(k);
                changes++;
            }
            return changes;
        }

        void rows(String section, List<Row> rows) {
            String of = "of " + above;
            rows.add(Row.atMost(section, "ours: more than a quantum above it", farther, 0, of));
            rows.add(
                    Row.atMost(section, "ours: not the lowest of whole weights", notLowest, 0, of));
            rows.add(Row.shown(section, "pools that the largest weight of 256 binds", bound, of));
            of = "of " + below;
            rows.add(Row.atMost(section, "ours: above target though it fits", missed, 0, of));
            rows.add(Row.atMost(section, "ours: more changed than need be", tooMany, 0, of));
        }
    }
}
