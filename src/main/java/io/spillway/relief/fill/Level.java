package io.spillway.relief.fill;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// One filling of the servers that may be changed, at weights as they are: the level their CPU can
/// be brought to, and the weights that bring it there with the fewest changes.
final class Level {
    /// So near below a whole weight counts as that weight.
    private static final double HAIR = 1e-9;

    /// The excess that [#HAIR] may hide.
    private static final double NEAR = 1e-6;

    /// A unit of weight counts for so much at least, or rounding would be worth more than it.
    private static final double LEAST_UNIT = 1e-6;

    /// Levels nearer than this are one.
    private static final double FINE = 1e-12;

    private final int[] place;
    private final double[] background;
    private final double[] unit;
    private final double[] perCpu;
    private final int[] weight;
    private final int[] most;
    private final int least;
    private final int heaviest;
    private final double top;
    private boolean capped;

    /// The lowest highest CPU share that whole weights reach.
    final double star;

    /// The level to fill to, as there is no use in lowering anyone below the target.
    final double goal;

    /// @param keepAll whether every server that has a weight keeps at least 1
    Level(Servers servers, Aim aim, boolean keepAll) {
        place = changeable(servers);
        int n = place.length;
        background = new double[n];
        unit = new double[n];
        perCpu = new double[n];
        double[] cost = servers.cost();
        weight = new int[n];
        most = new int[n];
        least = keepAll ? 1 : 0;
        heaviest = aim.heaviest();
        double perWeight = aim.demand() / Math.max(1, servers.inService());
        double high = 0;
        for (int k = 0; k < n; k++) {
            int i = place[k];
            background[k] = servers.background()[i];
            unit[k] = Math.max(cost[i] * perWeight, LEAST_UNIT);
            perCpu[k] = 1 / unit[k];
            weight[k] = servers.weights()[i];
            most[k] = most(k, servers.roles()[i], aim.ceiling());
            high = Math.max(high, cpu(k, weight[k]));
        }
        top = high;
        double level = search();
        star = highest(level);
        goal = Math.max(aim.target(), level);
    }

    private static int[] changeable(Servers servers) {
        int[] all = new int[servers.size()];
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            Role role = servers.roles()[i];
            boolean out = servers.weights()[i] == 0;
            if (!out && (role == Role.FREE || role == Role.FALLING)) {
                all[n++] = i;
            }
        }
        return Arrays.copyOf(all, n);
    }

    private int most(int k, Role role, double ceiling) {
        if (role == Role.FALLING) {
            return weight[k];
        }
        double fits = (ceiling - background[k]) * perCpu[k] + HAIR;
        return Math.max(weight[k], (int) Math.min(heaviest, fits));
    }

    private double cpu(int k, int w) {
        return background[k] + unit[k] * w;
    }

    /// The largest weight that keeps a server at or under a level.
    private int fits(int k, double level) {
        int fits = (int) ((level - background[k]) * perCpu[k] + HAIR);
        return Math.max(least, Math.min(fits, most[k]));
    }

    /// The lowest level with room for all weights, by halving. As they are, they fit under `top`.
    private double search() {
        long sum = Arrays.stream(weight).asLongStream().sum();
        double low = 0;
        double high = top;
        while (high - low > FINE * Math.max(1, high)) {
            double middle = (low + high) / 2;
            if (holds(middle, sum)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean holds(double level, long sum) {
        long room = 0;
        for (int k = 0; k < weight.length && room < sum; k++) {
            room += fits(k, level);
        }
        return room >= sum;
    }

    private double highest(double level) {
        double high = 0;
        for (int k = 0; k < weight.length; k++) {
            int w = fits(k, level);
            capped |= w == heaviest && cpu(k, w) < level - unit[k];
            if (w > 0 && (w > least || cpu(k, w) <= level + NEAR)) {
                high = Math.max(high, cpu(k, w));
            }
        }
        return high;
    }

    /// True if the largest weight there is keeps the level from being lower.
    boolean capped() {
        return capped;
    }

    /// Servers kept at weight 1 though that is above the level.
    int held() {
        int held = 0;
        for (int k = 0; k < weight.length; k++) {
            held += keptAgainst(k, least) ? 1 : 0;
        }
        return held;
    }

    private boolean keptAgainst(int k, int w) {
        return w > 0 && w == least && cpu(k, w) > goal + NEAR;
    }

    /// Highest CPU under these weights of all servers; of those that are sent traffic and may be
    /// changed, and not of those that are kept at 1.
    double highest(int[] weights) {
        double high = 0;
        for (int k = 0; k < place.length; k++) {
            int w = weights[place[k]];
            if (w > 0 && !keptAgainst(k, w)) {
                high = Math.max(high, cpu(k, w));
            }
        }
        return high;
    }

    /// The weights of all servers at the goal: who is above it falls to it, and what falls off goes
    /// to those with the most room, so that the fewest are touched.
    int[] fill(int[] weights) {
        int[] goals = weights.clone();
        long excess = 0;
        int[] byRoom = new int[Aim.HEAVIEST + 2];
        int[] room = new int[place.length];
        for (int k = 0; k < place.length; k++) {
            room[k] = fits(k, goal) - weight[k];
            if (room[k] < 0) {
                goals[place[k]] += room[k];
                excess -= room[k];
            } else {
                byRoom[room[k]]++;
            }
        }
        int last = Aim.HEAVIEST;
        for (long left = excess; last > 0 && left > (long) last * byRoom[last]; last--) {
            left -= (long) last * byRoom[last];
        }
        for (int k = 0; k < place.length; k++) {
            if (room[k] > last) {
                goals[place[k]] += room[k];
                excess -= room[k];
            }
        }
        give(goals, room, last, excess);
        return goals;
    }

    /// Gives what is left to servers with this much room, those first that run coolest when they
    /// take it: chosen by what they are, not by where they stand.
    private void give(int[] goals, int[] room, int each, long excess) {
        if (excess <= 0) {
            return;
        }
        int[] alike = new int[room.length];
        double[] heat = new double[room.length];
        int n = 0;
        for (int k = 0; k < room.length; k++) {
            if (room[k] == each) {
                heat[n] = cpu(k, weight[k] + each);
                alike[n++] = k;
            }
        }
        double[] sorted = Arrays.copyOf(heat, n);
        Arrays.sort(sorted);
        double warmest = sorted[(int) ((excess - 1) / each)];
        long left = excess;
        for (int j = 0; j < n; j++) {
            if (heat[j] < warmest) {
                goals[place[alike[j]]] += each;
                left -= each;
            }
        }
        for (int k : asWarm(alike, heat, n, warmest)) {
            int given = (int) Math.min(left, each);
            goals[place[k]] += given;
            left -= given;
        }
    }

    private int[] asWarm(int[] alike, double[] heat, int n, double warmest) {
        return IntStream.range(0, n)
                .filter(j -> heat[j] == warmest)
                .mapToObj(j -> alike[j])
                .sorted(
                        Comparator.comparingDouble((Integer k) -> unit[k])
                                .thenComparingInt(k -> weight[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
