package io.spillway.alarm.signal;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.util.BitSet;

/// Holds one metric of every server against a rule: one pass over the column.
final class ServerValues {
    private static final byte LIVE = (byte) Quality.LIVE.ordinal();

    private final Scene scene;
    private final Seats seats;
    private final Pace pace;
    private final Blindness blindness;
    private final Health health;

    ServerValues(Scene scene, Seats seats, Pace pace, Blindness blindness, Health health) {
        this.scene = scene;
        this.seats = seats;
        this.pace = pace;
        this.blindness = blindness;
        this.health = health;
    }

    void collect(Rule rule, Metric metric, Collector out) {
        float[] values = scene.fleet().values()[metric.ordinal()];
        byte[] quality = scene.fleet().quality()[metric.ordinal()];
        Limits[] limits = seats.limits(rule);
        BitSet tracked = seats.tracked(rule, scene.tracked());
        for (int i = 0; i < values.length; i++) {
            boolean known = quality[i] == LIVE && !Float.isNaN(values[i]);
            if ((known && !limits[i].well(values[i])) || tracked.get(i)) {
                put(rule, metric, i, known ? values[i] : Double.NaN, out);
            }
        }
    }

    private void put(Rule rule, Metric metric, int server, double value, Collector out) {
        FleetState fleet = scene.fleet();
        int pool = seats.pool(server);
        if (pool == Seats.NONE) {
            return;
        }
        String parent = "";
        if (health.down(server)) {
            parent = fleet.servers().get(server).name() + " is down";
        } else if (Double.isNaN(value)) {
            parent = blindness.parent(metric, fleet.pools().get(pool));
        }
        long interval = pace.interval(pool, metric, scene.interval());
        out.put(rule, seats.subject(server), value, interval, parent);
    }
}
