package io.spillway.alarm.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Condition;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.History;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.ServerCapacities;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A fleet whose every value a test may set, and what is told of it to the rules.
abstract class Told {
    static final long NOW = 1_795_000_000_000L;
    static final Rules RULES = DefaultRules.rules();

    final List<Server> servers = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();
    final History history = new History(1_000);
    final Signals signals = new Signals();
    OperState[] oper;
    AdminState[] admin;
    float[][] values;
    byte[][] quality;
    Outlook outlook = Outlook.unknown();
    Set<String> tracked = Set.of();
    int minInService;
    long time = NOW;
    long sampled = NOW;

    Told() {
        fleet(4);
    }

    /// A healthy fleet.
    final void fleet(int size) {
        servers.clear();
        for (int i = 1; i <= size; i++) {
            servers.add(new Server("web", "web-%02d".formatted(i), "127.0.0.1:" + i));
        }
        oper = new OperState[size];
        Arrays.fill(oper, OperState.UP);
        admin = new AdminState[size];
        Arrays.fill(admin, AdminState.READY);
        values = new float[Metric.values().length][size];
        quality = new byte[Metric.values().length][size];
        Arrays.fill(values[Metric.CPU.ordinal()], .5f);
        Arrays.fill(values[Metric.REQUESTS.ordinal()], 100);
        Arrays.fill(values[Metric.LATENCY.ordinal()], .02f);
    }

    void set(Metric metric, double... now) {
        for (int i = 0; i < now.length; i++) {
            values[metric.ordinal()][i] = (float) now[i];
        }
    }

    Scene scene() {
        Match match = new Match(Match.By.LABEL, "server", "");
        Pool pool = new Pool("web", "be_web", .9, minInService, List.of("lb-1"), match);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            Server s = servers.get(i);
            slots.add(new Slot("be_web", s.name(), s.address(), 100, 100, admin[i], oper[i]));
        }
        long[][] times = new long[values.length][servers.size()];
        for (long[] row : times) {
            Arrays.fill(row, sampled);
        }
        FleetState fleet =
                new FleetState(
                        time,
                        List.of(pool),
                        servers,
                        values,
                        times,
                        quality,
                        List.of(new BalancerState("lb-1", "2.6", 1, 1, sampled, slots)));
        List<SourceHealth> sources =
                List.of(
                        new SourceHealth("prometheus-1", "prometheus", false, 0, time, ""),
                        new SourceHealth("lb-1", "haproxy", true, 0, time, ""));
        return new Scene(
                fleet, outlook, sources, conditions, time, 1_000, tracked, history.aggregates());
    }

    List<Signal> tick() {
        time += 1_000;
        sampled = Math.max(sampled, time);
        return signals.of(scene(), RULES);
    }

    static Signal only(List<Signal> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    void load(double load, Detection... detections) {
        load(load, Forecast.unknown(), detections);
    }

    void load(double load, Forecast forecast, Detection... detections) {
        float[] usual = new float[120];
        Arrays.fill(usual, 1_000);
        Band band = new Band(NOW - 3_600_000, 60_000, usual, usual, usual, 14, 14);
        LoadOutlook web =
                new LoadOutlook(
                        "web", load, band, List.of(detections), Capacity.unknown("x"), forecast);
        outlook =
                new Outlook(
                        web,
                        List.of(web),
                        ServerCapacities.none(),
                        List.of(),
                        Attribution.none(),
                        List.of());
    }
}
