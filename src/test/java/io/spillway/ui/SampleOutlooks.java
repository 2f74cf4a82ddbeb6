package io.spillway.ui;

import io.spillway.alarm.Alarms;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.desk.Relief;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.relief.Plan;
import io.spillway.watch.Announced;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.Capacity.Confidence;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.detect.Campaign;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Cone;
import io.spillway.watch.forecast.Forecast.Sight;
import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/// Pictures in which watch has something to say.
public final class SampleOutlooks {
    public static final Map<String, Supplier<Picture>> ALL =
            Map.of(
                    "surge", SampleOutlooks::surge,
                    "saturating", SampleOutlooks::saturating,
                    "recovered", SampleOutlooks::recovered,
                    "learning", SampleOutlooks::learning,
                    "collapse", SampleOutlooks::collapse,
                    "announced", SampleOutlooks::announced,
                    "unseen", SampleOutlooks::unseen);

    private static final long NOW = SamplePictures.NOW.toEpochMilli();
    private static final long NOTICED = Instant.parse("2026-11-22T03:20:31Z").toEpochMilli();
    private static final Capacity CAPACITY =
            new Capacity(53_000, 59_000, 64_000, Confidence.GOOD, "");

    private SampleOutlooks() {}

    /// The moment a surge is noticed.
    public static Picture surge() {
        SampleCurve curve = new SampleCurve(NOW, ago -> 1 + 0.38 * ramp(ago, 130, 0));
        Detection noticed = lasting(Kind.SURGE, Level.WARNING, NOW - 4_000, 0.38);
        Forecast forecast =
                new Forecast(Sight.IN_SIGHT, 740, 1_290, 2_180, cone(curve.load(0), 24, 13, 47));
        return picture(
                Picture.State.SURGE, curve, outlook(curve, List.of(noticed), forecast), 0, false);
    }

    /// Minutes before saturation, with a cause, a finding and relief.
    public static Picture saturating() {
        SampleCurve curve = new SampleCurve(NOW, ago -> 1 + 3.34 * ramp(ago, 2_300, 0));
        Detection noticed = lasting(Kind.SURGE, Level.WARNING, NOTICED, 0.38);
        Forecast forecast =
                new Forecast(Sight.IN_SIGHT, 300, 400, 540, cone(curve.load(0), 12.4, 9.2, 16.6));
        Outlook o = outlook(curve, List.of(noticed), forecast);
        Outlook why = new Outlook(o.fleet(), o.pools(), o.servers(), findings(), why(), List.of());
        return picture(Picture.State.SURGE, curve, why, 0.32, true);
    }

    /// An hour in which a surge came and went.
    public static Picture recovered() {
        SampleCurve curve =
                new SampleCurve(NOW, ago -> 1 + 2.1 * Math.min(ramp(ago, 2_700, 1_500), fall(ago)));
        Detection over =
                new Detection(
                        NOW - 2_580_000, Kind.SURGE, Level.WARNING, NOW - 660_000, 17e3, 12e3);
        Outlook outlook = outlook(curve, List.of(over), Forecast.notInSight(Cone.none()));
        return picture(Picture.State.OK, curve, outlook, 0, false);
    }

    /// Three of fourteen days are known, and no capacity yet.
    public static Picture learning() {
        SampleCurve curve = new SampleCurve(NOW, ago -> 1);
        LoadOutlook fleet =
                new LoadOutlook(
                        "",
                        curve.load(0),
                        curve.band(0.4, 3),
                        List.of(),
                        Capacity.unknown(
                                "CPU has not moved enough with load to tell: 12 % of 30 %"),
                        Forecast.unknown());
        return picture(Picture.State.OK, curve, only(fleet), 0, false);
    }

    /// Load falls by half.
    public static Picture collapse() {
        SampleCurve curve = new SampleCurve(NOW, ago -> 1 - 0.55 * ramp(ago, 420, 330));
        Detection noticed = lasting(Kind.COLLAPSE, Level.WARNING, NOW - 380_000, -0.45);
        Outlook outlook = outlook(curve, List.of(noticed), Forecast.notInSight(Cone.none()));
        return picture(Picture.State.OK, curve, outlook, 0, false);
    }

    /// Quiet, but a campaign is announced that will not fit, and a process hogs a server.
    public static Picture announced() {
        SampleCurve curve = new SampleCurve(NOW, ago -> 1);
        Outlook o = outlook(curve, List.of(), Forecast.notInSight(Cone.none()));
        long start = Instant.parse("2026-11-23T18:00:00Z").toEpochMilli();
        Campaign friday = new Campaign("Black Friday", start, start + 21_600_000, 3);
        Outlook announced =
                new Outlook(
                        o.fleet(),
                        o.pools(),
                        o.servers(),
                        findings(),
                        Attribution.none(),
                        List.of(new Announced(friday, 66_000, 53_000)));
        return picture(Picture.State.OK, curve, announced, 0, false);
    }

    /// A surge lasts, but the load has not been read for a minute.
    public static Picture unseen() {
        Picture p = saturating();
        Outlook o = p.outlook();
        LoadOutlook f = o.fleet();
        LoadOutlook old =
                new LoadOutlook(
                        "", Double.NaN, f.usual(), f.detections(), f.capacity(), f.forecast());
        FleetState fleet =
                SamplePictures.shop(0.32).spoilAll(Metric.REQUESTS, Quality.BLIND, 62).build();
        return with(
                p,
                Picture.State.SURGE,
                fleet,
                new Outlook(old, List.of(), o.servers(), List.of(), o.why(), List.of()));
    }

    /// A Picture with other contents.
    public static Picture with(Picture p, Picture.State state, FleetState fleet, Outlook outlook) {
        return new Picture(
                p.tick() + 1,
                p.time(),
                p.site(),
                p.practice(),
                p.interval(),
                state,
                p.mode(),
                fleet,
                p.sources(),
                p.window(),
                p.day(),
                outlook,
                Alarms.none(),
                p.plans(),
                p.leases(),
                p.drifts(),
                p.notices(),
                Relief.none());
    }

    private static Picture picture(
            Picture.State state, SampleCurve curve, Outlook outlook, double cpu, boolean relief) {
        FleetState fleet =
                SamplePictures.shop(cpu).scale(Metric.REQUESTS, curve.load(0) / 59_400).build();
        Picture p = SamplePictures.healthy();
        List<Plan> plans =
                relief
                        ? List.of(
                                SamplePlans.redistribute(fleet, "web"),
                                SamplePlans.small(fleet, "api"))
                        : List.of();
        return new Picture(
                p.tick(),
                p.time(),
                p.site(),
                null,
                p.interval(),
                state,
                relief ? new Mode("ops-1", p.time().plusSeconds(872)) : p.mode(),
                fleet,
                p.sources(),
                curve.hour(),
                curve.day(),
                outlook,
                Alarms.none(),
                plans,
                relief ? List.of(SamplePictures.lease()) : List.of(),
                List.of(),
                List.of(),
                Relief.none());
    }

    private static Outlook outlook(SampleCurve curve, List<Detection> detections, Forecast f) {
        return only(
                new LoadOutlook("", curve.load(0), curve.band(0.24, 14), detections, CAPACITY, f));
    }

    private static Outlook only(LoadOutlook fleet) {
        return new Outlook(
                fleet,
                List.of(),
                SampleFleet.capacities(120),
                List.of(),
                Attribution.none(),
                List.of());
    }

    private static Detection lasting(Kind kind, Level level, long time, double over) {
        double usual = SampleCurve.usual((NOW - time) / 1_000.0);
        return new Detection(time, kind, level, 0, usual * (1 + over), usual);
    }

    private static double ramp(double ago, double from, double to) {
        return Math.clamp((from - ago) / (from - to), 0, 1);
    }

    private static double fall(double ago) {
        return Math.clamp((ago - 600) / 500, 0, 1);
    }

    /// A cone whose edges and middle rise by so many requests a second each second.
    private static Cone cone(double load, double mid, double low, double high) {
        int n = 240;
        float[][] c = new float[3][n];
        DoubleUnaryOperator seconds = i -> i * 30;
        for (int i = 0; i < n; i++) {
            c[0][i] = (float) (load + low * seconds.applyAsDouble(i));
            c[1][i] = (float) (load + mid * seconds.applyAsDouble(i));
            c[2][i] = (float) (load + high * seconds.applyAsDouble(i));
        }
        return new Cone(NOW, 30_000, c[0], c[1], c[2]);
    }

    static List<Finding> findings() {
        return List.of(
                new Finding("web", "web-031", 0.22, 0.03, NOW - 550_000, "backup-agent", 0.19),
                new Finding("api", "api-004", 0.17, 0.04, NOW - 7_300_000, "", Double.NaN));
    }

    private static Attribution why() {
        return new Attribution(
                List.of(
                        new Cause(
                                Cause.Kind.CAMPAIGN,
                                Cause.Confidence.LIKELY,
                                0.64,
                                List.of(
                                        "23.4 k/s of the 36.5 k/s increase come with the referer"
                                                + " news.example, which brought 0.1 k/s before.",
                                        "/offer/winter takes 58 % of all requests; before the"
                                                + " surge it was 2 %.",
                                        "Sources grow with requests: 4.1 times as many"
                                                + " addresses, 1.1 times as many requests each.")),
                        new Cause(
                                Cause.Kind.BOTS,
                                Cause.Confidence.POSSIBLE,
                                0.11,
                                List.of(
                                        "The agent FetchIt/2.1 brings 4.0 k/s from 12 addresses;"
                                                + " before the surge it was not seen."))),
                List.of("answer sizes", "request classes"));
    }
}
