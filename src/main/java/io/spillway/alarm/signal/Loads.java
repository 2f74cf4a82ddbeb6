package io.spillway.alarm.signal;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.usual.Band;
import java.util.List;
import java.util.Optional;

/// Load against what is usual, and how long capacity lasts. The fleet's are a consequence of a
/// pool's that is bad as well, and left out where there is one pool only.
final class Loads {
    /// Below this many requests per second nothing is usual enough to fall from.
    private static final double FEW = 1;

    /// Capacity that is not in sight is farther than this, seconds: forecasts reach no farther.
    static final double NOT_IN_SIGHT = 7200;

    private final Scene scene;
    private final Pace pace;
    private final Blindness blindness;
    private final Collector out;

    Loads(Scene scene, Pace pace, Blindness blindness, Collector out) {
        this.scene = scene;
        this.pace = pace;
        this.blindness = blindness;
        this.out = out;
    }

    /// Makes a value of an outlook.
    private interface Probe {
        /// True if bad.
        boolean put(Rule rule, Seen seen);
    }

    /// One load.
    private record Seen(LoadOutlook load, Subject subject, long interval, String blind, String of) {
        String parent(double value) {
            return Double.isNaN(value) ? blind : of;
        }
    }

    void collect() {
        collect(RuleNames.SURGE, this::surge);
        collect(RuleNames.COLLAPSE, this::collapse);
        collect(RuleNames.SATURATION, this::saturation);
    }

    private void collect(String name, Probe probe) {
        Rule rule = out.rule(name).orElse(null);
        if (rule == null) {
            return;
        }
        String first = "";
        List<Pool> pools = scene.fleet().pools();
        for (LoadOutlook load : scene.outlook().pools()) {
            int index = index(pools, load.subject());
            if (index >= 0) {
                long interval = pace.interval(index, Metric.REQUESTS, scene.interval());
                String blind = blindness.parent(Metric.REQUESTS, pools.get(index));
                Subject subject = Subject.pool(load.subject());
                boolean bad = probe.put(rule, new Seen(load, subject, interval, blind, ""));
                first = bad && first.isEmpty() ? load.subject() : first;
            }
        }
        if (pools.size() > 1) {
            String blind = blindness.parent(Metric.REQUESTS, null);
            String parent = first.isEmpty() ? "" : rule.title() + " in " + first;
            LoadOutlook fleet = scene.outlook().fleet();
            long interval = slowest(pools.size());
            probe.put(rule, new Seen(fleet, Subject.fleet(), interval, blind, parent));
        }
    }

    private long slowest(int pools) {
        long interval = scene.interval();
        for (int p = 0; p < pools; p++) {
            interval = Math.max(interval, pace.interval(p, Metric.REQUESTS, scene.interval()));
        }
        return interval;
    }

    private static int index(List<Pool> pools, String name) {
        for (int p = 0; p < pools.size(); p++) {
            if (pools.get(p).name().equals(name)) {
                return p;
            }
        }
        return -1;
    }

    /// Watch decides what a surge is, and when it is over; a surge that is over says nothing.
    private boolean surge(Rule rule, Seen seen) {
        LoadOutlook load = seen.load();
        Optional<Detection> surge =
                load.detections().stream()
                        .filter(d -> d.kind() == Kind.SURGE && d.until() == 0)
                        .filter(d -> d.level() != Level.NOTICE)
                        .findFirst();
        if (surge.isEmpty()) {
            return false;
        }
        Detection lasting = surge.get();
        double ratio = load.load() / usual(load);
        if (!Double.isFinite(ratio)) {
            ratio = lasting.value() / lasting.usual();
        }
        double value = Double.isFinite(ratio) ? Math.max(1, ratio) : 1;
        value = Double.isNaN(load.load()) ? Double.NaN : value;
        Priority priority = lasting.level() == Level.CRITICAL ? Priority.HIGH : null;
        return out.put(
                rule, seen.subject(), value, seen.interval(), priority, "", seen.parent(value));
    }

    private boolean collapse(Rule rule, Seen seen) {
        double usual = usual(seen.load());
        double value = usual >= FEW ? seen.load().load() / usual : Double.NaN;
        return out.put(rule, seen.subject(), value, seen.interval(), seen.parent(value));
    }

    private boolean saturation(Rule rule, Seen seen) {
        Forecast forecast = seen.load().forecast();
        double value =
                switch (forecast.sight()) {
                    case UNKNOWN -> Double.NaN;
                    case NOT_IN_SIGHT -> NOT_IN_SIGHT;
                    case IN_SIGHT -> Math.min(forecast.mid(), NOT_IN_SIGHT);
                    case REACHED -> 0;
                };
        return out.put(rule, seen.subject(), value, seen.interval(), seen.parent(value));
    }

    private double usual(LoadOutlook load) {
        Band band = load.usual();
        int at = band.index(scene.time());
        return at >= 0 && at < band.mid().length ? band.mid()[at] : Double.NaN;
    }
}
