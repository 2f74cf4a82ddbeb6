package io.spillway.relief.gate;

/// How much of each class fits, most critical first. Classes stand in order of rank; amounts are
/// requests per second times their relative cost.
final class Admission {
    /// Of a class that is shut this share still passes: without it nobody sees that it recovers.
    static final double FLOOR = 0.02;

    /// The most that is refused of a class, permille.
    static final int MOST = 980;

    /// Smaller changes than this are not made, permille: every change lets some clients in and
    /// others out.
    static final int HYSTERESIS = 20;

    private Admission() {}

    /// Splits the budget. The first class is admitted whole, whatever the budget; each other one
    /// gets what is left, but never less than the floor.
    ///
    /// @param budget what the servers may take
    /// @param demand what is asked for
    static double[] admit(double budget, double[] demand) {
        double[] admitted = new double[demand.length];
        double left = budget;
        for (int k = 0; k < demand.length; k++) {
            double fits = Math.clamp(left, 0, demand[k]);
            admitted[k] = k == 0 ? demand[k] : Math.max(fits, FLOOR * demand[k]);
            left -= admitted[k];
        }
        return admitted;
    }

    /// What is to be refused of each class for that, permille, 0..[#MOST].
    static int[] refuse(double[] admitted, double[] demand) {
        int[] shed = new int[demand.length];
        for (int k = 1; k < demand.length; k++) {
            if (demand[k] > 0) {
                // A hair less, or a quotient that is not exact would round up to one more.
                double permille = 1000 * (1 - admitted[k] / demand[k]) - 1e-9;
                shed[k] = (int) Math.clamp(Math.ceil(permille), 0, MOST);
            }
        }
        return shed;
    }

    /// Stays at `now` unless the change is worth it. Open and shut are always worth it: a class
    /// must not stay half shut for the sake of a small step.
    static int settle(int now, int wanted) {
        boolean end = wanted == 0 || wanted == MOST;
        return end || Math.abs(wanted - now) >= HYSTERESIS ? wanted : now;
    }
}
