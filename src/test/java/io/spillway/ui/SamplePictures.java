package io.spillway.ui;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.alarm.Alarms;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.desk.Relief;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Window;
import io.spillway.relief.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pictures as a desk might publish them.
public final class SamplePictures {
    public static final Instant NOW = Instant.parse("2026-11-22T03:58:12Z");

    private static final long MILLIS = NOW.toEpochMilli();

    private SamplePictures() {}

    /// What is often changed. A healthy fleet, and somebody operates.
    static Picture operating() {
        Picture p = healthy();
        Mode mode = new Mode("ops-1", p.time().plusSeconds(840));
        return with(p, mode, p.plans(), p.leases(), p.notices());
    }

    public static Picture with(
            Picture p, Mode mode, List<Plan> plans, List<Lease> leases, List<String> notices) {
        return new Picture(
                p.tick() + 1,
                p.time(),
                p.site(),
                p.practice(),
                p.interval(),
                p.state(),
                mode,
                p.fleet(),
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                p.alarms(),
                plans,
                leases,
                p.drifts(),
                notices,
                p.relief());
    }

    /// The same with another fleet, `seconds` later.
    public static Picture later(Picture p, FleetState fleet, int seconds) {
        return new Picture(
                p.tick() + 1,
                p.time().plusSeconds(seconds),
                p.site(),
                p.practice(),
                p.interval(),
                p.state(),
                p.mode(),
                fleet,
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                p.alarms(),
                p.plans(),
                p.leases(),
                p.drifts(),
                p.notices(),
                p.relief());
    }

    private static Picture picture(
            Picture.State state,
            Picture.@Nullable Practice practice,
            Mode mode,
            FleetState fleet,
            List<SourceHealth> sources,
            Window window) {
        return new Picture(
                1,
                NOW,
                practice == null ? "shop-prod" : "practice",
                practice,
                Duration.ofSeconds(1),
                state,
                mode,
                fleet,
                sources,
                window,
                Window.empty(),
                io.spillway.watch.Outlook.unknown(),
                Alarms.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Relief.none());
    }

    private static List<SourceHealth> live() {
        return List.of(
                new SourceHealth("prometheus", "prometheus", false, 0, MILLIS - 1000, ""),
                new SourceHealth("lb-1", "haproxy", true, 0, MILLIS - 1000, ""),
                new SourceHealth("lb-2", "haproxy", true, 0, MILLIS - 1000, ""));
    }

    static SampleFleet shop(double extra) {
        return new SampleFleet(MILLIS)
                .pool("web", 72, 0.30 + extra, 0.49 + extra)
                .pool("api", 32, 0.38, 0.68)
                .pool("checkout", 16, 0.28, 0.56);
    }

    /// 120 servers, all well.
    public static Picture healthy() {
        return picture(
                Picture.State.OK,
                null,
                Mode.OBSERVE,
                shop(0).build(),
                live(),
                SampleHistory.calm(MILLIS));
    }

    /// 10,000 servers, all well.
    public static Picture tenThousand() {
        FleetState fleet =
                new SampleFleet(MILLIS)
                        .pool("web", 6_000, 0.30, 0.49)
                        .pool("api", 2_500, 0.38, 0.68)
                        .pool("checkout", 1_500, 0.28, 0.56)
                        .build();
        Window calm = SampleHistory.calm(MILLIS);
        return picture(Picture.State.OK, null, Mode.OBSERVE, fleet, live(), calm);
    }

    /// 120 servers, two above their limit, a plan, acts in force, a drift, an old value.
    public static Picture overload() {
        SampleFleet fleet =
                shop(0.32)
                        .set(Metric.CPU, "web-017", 0.96)
                        .set(Metric.CPU, "web-042", 0.95)
                        .set(Metric.QUEUE, "web-017", 12)
                        .set(Metric.QUEUE, "web-042", 7)
                        .spoil(Metric.CPU, "web-059", Quality.OLD, 17)
                        .spoil(Metric.REQUESTS, "web-059", Quality.MISSING, 0)
                        .spoil(Metric.LATENCY, "web-031", Quality.OLD, 9)
                        .hold(1, "web-029", 80, AdminState.READY)
                        .hold(0, "web-066", 100, AdminState.DRAIN)
                        .hold(1, "web-066", 100, AdminState.DRAIN)
                        .set(Metric.IN_FLIGHT, "web-066", 14);
        FleetState built = fleet.build();
        Picture p =
                picture(
                        Picture.State.OVERLOAD,
                        null,
                        new Mode("ops-1", NOW.plusSeconds(872)),
                        built,
                        live(),
                        SampleHistory.climbing(MILLIS));
        return new Picture(
                p.tick(),
                p.time(),
                p.site(),
                null,
                p.interval(),
                p.state(),
                p.mode(),
                built,
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                Alarms.none(),
                List.of(SamplePlans.redistribute(built, "web"), SamplePlans.small(built, "api")),
                List.of(lease(), ended()),
                List.of(
                        new Drift(
                                "k3",
                                "lb-2",
                                "web",
                                Knob.weight("web-029"),
                                100,
                                80,
                                "changed elsewhere"),
                        new Drift(
                                "k3",
                                "lb-2",
                                "checkout",
                                Knob.weight("checkout-003"),
                                128,
                                100,
                                "reloaded")),
                List.of(
                        "The act k3 was interrupted when a console stopped at 03:31:40: lb-2 may"
                                + " hold only part of it; undo it or apply it again."),
                p.relief());
    }

    public static Lease lease() {
        return Leases.of(
                "k3",
                "redistribute",
                "checkout",
                "checkout",
                "ops-1",
                "Even out after the deploy",
                NOW.minusSeconds(1142),
                NOW.plusSeconds(658),
                Lease.State.ACTIVE,
                "",
                List.of("lb-1", "lb-2"),
                Map.of(
                        "lb-1",
                        Knob.weights(
                                Map.of(
                                        "checkout-003",
                                        100,
                                        "checkout-004",
                                        100,
                                        "checkout-009",
                                        75)),
                        "lb-2",
                        Knob.weights(
                                Map.of(
                                        "checkout-003",
                                        100,
                                        "checkout-004",
                                        90,
                                        "checkout-009",
                                        75))));
    }

    /// An act of which nobody knows what undo would bring back.
    public static Lease unknownLease() {
        return Leases.of(
                "k7",
                "redistribute",
                "web",
                "ops-2",
                "",
                NOW.minusSeconds(300),
                null,
                Lease.State.INTERRUPTED,
                "lb-2 may hold only part of it.",
                List.of("lb-1", "lb-2"));
    }

    private static Lease ended() {
        return Leases.of(
                "k2",
                "redistribute",
                "api",
                "ops-2",
                "Busiest of api at 88 %",
                NOW.minusSeconds(3000),
                null,
                Lease.State.ENDED,
                "",
                List.of("lb-1", "lb-2"));
    }

    /// The metrics source died 51 s ago; the balancers still answer.
    public static Picture blind() {
        FleetState fleet = shop(0.1).spoilAll(Metric.CPU, Quality.BLIND, 51).build();
        List<SourceHealth> sources =
                List.of(
                        new SourceHealth(
                                "prometheus",
                                "prometheus",
                                false,
                                51,
                                MILLIS - 51_000,
                                "http://metrics.example:9090 refuses connections: is Prometheus"
                                        + " running there?"),
                        live().get(1),
                        live().get(2));
        return picture(
                Picture.State.BLIND,
                null,
                Mode.OBSERVE,
                fleet,
                sources,
                SampleHistory.calm(MILLIS));
    }

    /// Nothing configured.
    public static Picture unconfigured() {
        return picture(
                Picture.State.UNCONFIGURED,
                null,
                Mode.OBSERVE,
                FleetState.empty(MILLIS, List.of()),
                List.of(),
                Window.empty());
    }

    /// Practice, ten servers, a surge.
    public static Picture practice() {
        FleetState fleet =
                new SampleFleet(MILLIS)
                        .pool("web", 10, 0.70, 0.88)
                        .hold(0, "web-003", 60, AdminState.READY)
                        .hold(1, "web-003", 60, AdminState.READY)
                        .build();
        Picture p =
                picture(
                        Picture.State.SURGE,
                        new Picture.Practice("reference-outage", 20),
                        Mode.OBSERVE,
                        fleet,
                        live(),
                        SampleHistory.climbing(MILLIS));
        return with(
                p, p.mode(), List.of(SamplePlans.redistribute(fleet, "web")), List.of(), List.of());
    }
}
