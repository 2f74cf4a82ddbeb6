package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Small fleets for tests.
final class Fleets {
    static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    private Fleets() {}

    /// One pool `web`: servers `a`, `b`, … with these shares of CPU and a hundred times as many
    /// requests.
    static FleetState of(long time, float... cpu) {
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < cpu.length; i++) {
            servers.add(new Server("web", NAMES.get(i), ""));
        }
        FleetState state = columns(time, servers);
        for (int i = 0; i < cpu.length; i++) {
            state.values()[Metric.CPU.ordinal()][i] = cpu[i];
            state.values()[Metric.REQUESTS.ordinal()][i] = cpu[i] * 100;
        }
        return state;
    }

    /// The pool of a server in [#random].
    static String pool(String server) {
        return server.compareTo("f") < 0 ? "web" : "db";
    }

    /// Some of the servers, with values of any quality.
    static FleetState random(Random random, long time) {
        List<Server> servers = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextInt(10) > 0) {
                servers.add(new Server(pool(name), name, ""));
            }
        }
        FleetState state = columns(time, servers);
        for (Metric metric : Metric.values()) {
            for (int i = 0; i < servers.size(); i++) {
                Quality quality = random.nextInt(5) > 0 ? Quality.LIVE : any(random);
                state.quality()[metric.ordinal()][i] = (byte) quality.ordinal();
                state.values()[metric.ordinal()][i] =
                        quality.hasValue() ? random.nextInt(100) / 100f : Float.NaN;
            }
        }
        return state;
    }

    private static Quality any(Random random) {
        return Quality.values()[random.nextInt(Quality.values().length)];
    }

    static FleetState columns(long time, List<Server> servers) {
        int metrics = Metric.values().length;
        int n = servers.size();
        return new FleetState(
                time,
                List.of(),
                servers,
                new float[metrics][n],
                new long[metrics][n],
                new byte[metrics][n],
                List.of());
    }
}
