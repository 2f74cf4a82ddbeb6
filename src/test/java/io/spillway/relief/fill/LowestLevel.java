package io.spillway.relief.fill;

import java.util.PriorityQueue;

/// The true optimum by another road than [Fill]'s: units of weight are handed out one by one, each
/// to the server that then is the coolest.
public final class LowestLevel {
    private LowestLevel() {}

    /// Lowest highest CPU that this sum of whole weights can give servers that may all be changed.
    public static double whole(Servers servers, double demand) {
        long sum = servers.inService();
        double perWeight = demand / sum;
        int[] weights = new int[servers.size()];
        PriorityQueue<double[]> next = new PriorityQueue<>((x, y) -> Double.compare(x[0], y[0]));
        for (int i = 0; i < weights.length; i++) {
            next.add(new double[] {servers.background()[i] + servers.cost()[i] * perWeight, i});
        }
        double level = 0;
        for (long given = 0; given < sum; given++) {
            double[] coolest = next.remove();
            int i = (int) coolest[1];
            level = Math.max(level, coolest[0]);
            weights[i]++;
            if (weights[i] < 256) {
                coolest[0] += servers.cost()[i] * perWeight;
                next.add(coolest);
            }
        }
        return level;
    }

    /// The same for shares of any size: the level at which the room below it is the demand.
    public static double ofShares(Servers servers, double demand) {
        double low = 0;
        double high = 1000;
        for (int k = 0; k < 100; k++) {
            double middle = (low + high) / 2;
            double room = 0;
            for (int i = 0; i < servers.size(); i++) {
                room += Math.max(0, middle - servers.background()[i]) / servers.cost()[i];
            }
            if (room >= demand) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
