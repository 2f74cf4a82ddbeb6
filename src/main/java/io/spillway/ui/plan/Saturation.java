package io.spillway.ui.plan;

import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.OutlookWords;
import io.spillway.ui.kit.Words;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Cone;
import io.spillway.watch.forecast.Forecast.Sight;

/// When a pool's load would reach what it carries, as things are and after a plan.
///
/// Capacity is the load at which the first server reaches the limit, so a busiest server that gets
/// `k` times its CPU takes capacity by the same factor, though never beyond what would fit if the
/// load were shared out by capacity. Turning requests away counts the same: less comes of the load
/// that is offered.
final class Saturation {
    private Saturation() {}

    /// `6 m 40 s → 14 m 10 s`; empty if either cannot be told.
    static String text(Plan plan, Picture picture) {
        return text(plan, plan.before(), plan.after(), picture);
    }

    /// The same with other figures for the busiest server, 0..1.
    static String text(Plan plan, double before, double after, Picture picture) {
        for (LoadOutlook outlook : picture.outlook().pools()) {
            if (outlook.subject().equals(plan.pool())) {
                return text(plan, before / after, outlook);
            }
        }
        return "";
    }

    private static String text(Plan plan, double growth, LoadOutlook outlook) {
        Forecast forecast = outlook.forecast();
        double capacity = capacity(plan, growth, outlook);
        boolean reached = forecast.sight() == Sight.REACHED;
        if (!Double.isFinite(capacity) || !(reached || OutlookWords.told(forecast))) {
            return "";
        }
        Cone cone = forecast.cone();
        if (cone.mid().length == 0) {
            return "";
        }
        double now = reached ? 0 : forecast.mid();
        double from = crossing(cone, outlook.capacity().atLimit());
        double to = crossing(cone, capacity);
        boolean near = Double.isFinite(from);
        double after = reached || !near ? to : Math.max(0, now + to - from);
        return (reached ? Words.of("plan.saturates-now") : OutlookWords.time(now))
                + " → "
                + after(after);
    }

    private static String after(double seconds) {
        if (seconds >= 3_600) {
            return Words.of("plan.not-in-sight");
        }
        return seconds <= 0 ? Words.of("plan.saturates-now") : OutlookWords.time(seconds);
    }

    private static double capacity(Plan plan, double growth, LoadOutlook outlook) {
        double now = outlook.capacity().atLimit();
        double grown = now * growth;
        double shared = outlook.capacity().shared();
        boolean bound = plan.kind().equals("redistribute") && shared > now;
        return bound ? Math.min(grown, shared) : grown;
    }

    /// Seconds until the middle of the cone passes a load, infinite if it does not.
    private static double crossing(Cone cone, double load) {
        float[] mid = cone.mid();
        if (mid[0] >= load) {
            return 0;
        }
        for (int i = 1; i < mid.length; i++) {
            if (mid[i] >= load) {
                double part = (load - mid[i - 1]) / (mid[i] - mid[i - 1]);
                return (i - 1 + part) * cone.step() / 1000.0;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
