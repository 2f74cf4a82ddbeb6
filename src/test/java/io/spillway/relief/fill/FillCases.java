package io.spillway.relief.fill;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Pools to plan for: servers of many sizes, some with work beside traffic, some that may not be
/// changed, under demands from little to far too much.
final class FillCases {
    private FillCases() {}

    /// Servers and what to reach.
    record Case(Servers servers, Aim aim) {
        Filling plan() {
            return Fill.plan(servers, aim);
        }

        @Override
        public String toString() {
            return "cost %s, background %s, weights %s, roles %s, %s"
                    .formatted(
                            Arrays.toString(servers.cost()),
                            Arrays.toString(servers.background()),
                            Arrays.toString(servers.weights()),
                            Arrays.toString(servers.roles()),
                            aim);
        }
    }

    /// Pools with servers of every role, some with a ceiling and a number that has to stay.
    static Arbitrary<Case> mixed() {
        return sized(2, 40, 0.25, true);
    }

    /// Pools of which every server may be changed.
    static Arbitrary<Case> free() {
        return sized(2, 40, 0, false);
    }

    private static Arbitrary<Case> sized(int least, int most, double odd, boolean bounded) {
        return Combinators.combine(
                        Arbitraries.integers().between(least, most),
                        Arbitraries.of(1, 3, 10, 100, 256),
                        Arbitraries.doubles().between(0.2, 1.5),
                        Arbitraries.of(0.0, odd),
                        Arbitraries.longs())
                .as((n, top, use, o, seed) -> random(n, top, use, o, bounded, new Random(seed)));
    }

    /// Pools that are small enough to try everything.
    static Arbitrary<Case> tiny() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(2, 8),
                        Arbitraries.doubles().between(0.2, 1.3),
                        Arbitraries.of(0.0, 0.2),
                        Arbitraries.longs())
                .as((n, top, use, o, seed) -> random(n, top, use, o, false, new Random(seed)));
    }

    static Case random(int n, int top, double use, double odd, boolean bounded, Random random) {
        double[] cost = new double[n];
        double[] background = new double[n];
        int[] weights = new int[n];
        Role[] roles = new Role[n];
        double capacity = 0;
        for (int i = 0; i < n; i++) {
            cost[i] = 0.001 * Math.exp(0.5 * random.nextGaussian());
            background[i] = 0.03 + 0.09 * random.nextDouble();
            background[i] += random.nextDouble() < 0.1 ? 0.8 * random.nextDouble() : 0;
            weights[i] = top > 8 && random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(top);
            roles[i] = random.nextDouble() < odd ? Role.values()[random.nextInt(4)] : Role.FREE;
            capacity += Math.max(0, 0.7 - background[i]) / cost[i];
        }
        weights[0] = Math.max(1, weights[0]);
        double target = 0.6 + 0.25 * random.nextDouble();
        double ceiling =
                bounded && random.nextBoolean() ? Math.max(target, 0.9) : Double.POSITIVE_INFINITY;
        int least = bounded ? random.nextInt(n + 1) : 0;
        Aim aim = new Aim(Math.max(1, use * capacity), target, ceiling, least, 300, Aim.HEAVIEST);
        return new Case(new Servers(cost, background, weights, roles), aim);
    }

    static boolean changeable(Servers servers, int i) {
        return servers.roles()[i] == Role.FREE || servers.roles()[i] == Role.FALLING;
    }

    /// CPU of one server under these weights.
    static double cpu(Servers servers, int[] weights, double demand, int i) {
        long sum = servers.with(weights).inService();
        return servers.background()[i] + servers.cost()[i] * demand * weights[i] / sum;
    }

    /// Highest CPU of those that are sent traffic and may be changed.
    static double highest(Servers servers, int[] weights, double demand) {
        double highest = 0;
        for (int i = 0; i < weights.length; i++) {
            if (changeable(servers, i) && weights[i] > 0) {
                highest = Math.max(highest, cpu(servers, weights, demand, i));
            }
        }
        return highest;
    }

    /// Most CPU that one unit of weight is worth.
    static double quantum(Servers servers, double demand) {
        return Arrays.stream(servers.cost()).max().orElse(0) * demand / servers.inService();
    }

    /// True if a server could carry more at the target than the largest weight sends it.
    static boolean capped(Servers servers, Aim aim) {
        double perWeight = aim.demand() / servers.inService();
        for (int i = 0; i < servers.size(); i++) {
            double room = aim.target() - servers.background()[i];
            if (room / (servers.cost()[i] * perWeight) > 256) {
                return true;
            }
        }
        return false;
    }

    static int active(Servers servers, int[] weights) {
        int active = 0;
        for (int i = 0; i < weights.length; i++) {
            active += servers.roles()[i] != Role.OUT && weights[i] > 0 ? 1 : 0;
        }
        return active;
    }
}
