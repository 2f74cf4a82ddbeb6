package io.spillway.alarm.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Condition;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Fill;
import io.spillway.history.History;
import io.spillway.history.Resolution;
import io.spillway.history.Statistic;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.capacity.ServerCapacities;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is told to the rules, and what is not.
class SignalsTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final Rules RULES = DefaultRules.rules();

    private final List<Server> servers = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final History history = new History(1_000);
    private final Signals signals = new Signals();
    private OperState[] oper;
    private AdminState[] admin;
    private float[][] values;
    private byte[][] quality;
    private Outlook outlook = Outlook.unknown();
    private Set<String> tracked = Set.of();
    private int minInService;
    private long time = NOW;
    private long sampled = NOW;

    SignalsTest() {
        fleet(4);
    }

    /// A healthy fleet.
    private void fleet(int size) {
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

    private void set(Metric metric, double... now) {
        for (int i = 0; i < now.length; i++) {
            values[metric.ordinal()][i] = (float) now[i];
        }
    }

    private Scene scene() {
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
                        new SourceHealth("prometheus-1", "prometheus", 0, time, ""),
                        new SourceHealth("lb-1", "haproxy", 0, time, ""));
        return new Scene(
                fleet, outlook, sources, conditions, time, 1_000, tracked, history.aggregates());
    }

    private List<Signal> tick() {
        time += 1_000;
        sampled = Math.max(sampled, time);
        return signals.of(scene(), RULES);
    }

    private static Signal only(List<Signal> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void load(double load, Detection... detections) {
        load(load, Forecast.unknown(), detections);
    }

    private void load(double load, Forecast forecast, Detection... detections) {
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

    @Test
    void ofAHealthyFleetNothingIsTold() {
        load(1_000);
        assertThat(tick()).isEmpty();
    }

    @Test
    void aServersCpuIsToldFromWhereItIsNotWell() {
        set(Metric.CPU, .95, .82, .83, .5);
        List<Signal> told = tick();
        assertThat(told)
                .extracting(Signal::id)
                .containsExactly("server-cpu@web/web-01", "server-cpu@web/web-03");
        assertThat(told.getFirst().value()).isEqualTo(.95);
    }

    @Test
    void whatIsTrackedIsToldEvenIfWell() {
        tracked = Set.of("server-cpu@web/web-02", "queue@web/web-01", "pool-cpu@web");
        assertThat(tick())
                .extracting(Signal::id, Signal::value)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("server-cpu@web/web-02", .5),
                        org.assertj.core.groups.Tuple.tuple("queue@web/web-01", 0.0),
                        org.assertj.core.groups.Tuple.tuple("pool-cpu@web", .5));
    }

    @Test
    void whatABlindSourceToldIsUnknownAndNeverNormal() {
        tracked = Set.of("server-cpu@web/web-02", "pool-cpu@web");
        Arrays.fill(quality[Metric.CPU.ordinal()], (byte) Quality.BLIND.ordinal());
        conditions.add(
                new Condition(Condition.Kind.BLIND, "prometheus-1", 1, NOW, "It is silent."));
        List<Signal> told = tick();
        assertThat(told)
                .extracting(Signal::id)
                .containsExactlyInAnyOrder(
                        "blind@prometheus-1", "server-cpu@web/web-02", "pool-cpu@web");
        assertThat(told)
                .filteredOn(s -> !s.rule().equals("blind"))
                .allSatisfy(s -> {
                    assertThat(s.value()).isNaN();
                    assertThat(s.parent()).isEqualTo("BLIND prometheus-1");
                });
    }

    @Test
    void aServerThatIsDownSuppressesItsOwn() {
        oper[0] = OperState.DOWN;
        set(Metric.QUEUE, 7);
        List<Signal> told = tick();
        assertThat(told)
                .extracting(Signal::id)
                .containsExactly("server-down@web/web-01", "queue@web/web-01");
        assertThat(told.get(0).priority()).isNull();
        assertThat(told.get(0).detail()).isEqualTo("3 of 4 servers in service");
        assertThat(told.get(1).parent()).isEqualTo("web-01 is down");
    }

    @Test
    void belowWhatMustStayInServiceItIsHigh() {
        minInService = 4;
        oper[0] = OperState.DOWN;
        assertThat(only(tick()).priority()).isEqualTo(Priority.HIGH);
        minInService = 0;
        assertThat(only(tick()).priority()).isNull();
        oper[1] = OperState.DOWN;
        assertThat(tick()).allMatch(s -> s.priority() == Priority.HIGH).hasSize(2);
    }

    @Test
    void whoIsKeptOutOfServiceIsNotDown() {
        oper[0] = OperState.DOWN;
        admin[0] = AdminState.MAINT;
        oper[1] = OperState.DOWN;
        admin[1] = AdminState.DRAIN;
        assertThat(tick()).isEmpty();
    }

    @Test
    void whatABlindBalancerToldIsUnknown() {
        oper[0] = OperState.DOWN;
        assertThat(only(tick()).value()).isEqualTo(1);
        tracked = Set.of("server-down@web/web-01");
        conditions.add(new Condition(Condition.Kind.BLIND, "lb-1", 1, NOW, ""));
        time += 60_000;
        Signal down = signals.of(scene(), RULES).getLast();
        assertThat(down.value()).isNaN();
        assertThat(down.parent()).isEqualTo("BLIND lb-1");
    }

    @Test
    void aServerThatComesAndGoesFlaps() {
        tick();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            oper[0] = i % 2 == 0 ? OperState.DOWN : OperState.UP;
            counts.add(
                    tick().stream()
                            .filter(s -> s.rule().equals("flapping"))
                            .mapToInt(s -> (int) s.value())
                            .sum());
        }
        assertThat(counts).containsExactly(0, 2, 3, 4);
        time += 600_000;
        assertThat(tick()).isEmpty();
    }

    @Test
    void aSurgeIsWhatWatchCallsOne() {
        Detection notice = new Detection(NOW, Kind.SURGE, Level.NOTICE, 0, 2_000, 1_000);
        load(3_120, notice);
        assertThat(tick()).isEmpty();
        load(3_120, new Detection(NOW, Kind.SURGE, Level.WARNING, 0, 2_000, 1_000));
        assertThat(only(tick()).value()).isEqualTo(3.12);
        assertThat(only(tick()).priority()).isNull();
        load(900, new Detection(NOW, Kind.SURGE, Level.CRITICAL, 0, 2_000, 1_000));
        assertThat(only(tick()).value()).isEqualTo(1);
        assertThat(only(tick()).priority()).isEqualTo(Priority.HIGH);
        load(3_120, new Detection(NOW, Kind.SURGE, Level.WARNING, NOW, 2_000, 1_000));
        assertThat(tick()).isEmpty();
    }

    @Test
    void loadThatCollapsesAndCapacityThatRunsOut() {
        load(400);
        assertThat(only(tick()).id()).isEqualTo("collapse@web");
        assertThat(only(tick()).value()).isEqualTo(.4);
        Forecast soon =
                new Forecast(Forecast.Sight.IN_SIGHT, 500, 1_500, 3_000, Forecast.Cone.none());
        load(1_500, soon);
        assertThat(only(tick()).value()).isEqualTo(1_500);
        load(1_500, new Forecast(Forecast.Sight.REACHED, 0, 0, 100, Forecast.Cone.none()));
        assertThat(only(tick()).value()).isZero();
        load(1_500, Forecast.notInSight(Forecast.Cone.none()));
        assertThat(tick()).isEmpty();
        tracked = Set.of("saturation@web");
        assertThat(only(tick()).value()).isEqualTo(Loads.NOT_IN_SIGHT);
    }

    @Test
    void errorsAreWeighedByRequests() {
        set(Metric.REQUESTS, 300, 100, 0, 0);
        set(Metric.ERRORS, 0, .2, 1, 1);
        Signal errors = only(tick());
        assertThat(errors.id()).isEqualTo("errors@web");
        assertThat(errors.value()).isEqualTo(.05);
    }

    @Test
    void slowIsAgainstWhatIsUsual() {
        set(Metric.LATENCY, .05, .05, .05, .05);
        assertThat(tick()).isEmpty();
        float[] usual = new float[90];
        Arrays.fill(usual, .02f);
        history.aggregates()
                .fill(
                        List.of(
                                new Fill(
                                        new io.spillway.history.Subject("web"),
                                        Metric.LATENCY,
                                        Statistic.HIGH,
                                        Resolution.MINUTE,
                                        (NOW / 60_000 - 120) * 60_000,
                                        usual)));
        time += 60_000;
        Signal slow = only(tick());
        assertThat(slow.id()).isEqualTo("latency@web");
        assertThat(slow.value()).isBetween(2.49, 2.51);
    }

    @Test
    void fewerThanHalfOfAPoolAreNoPool() {
        tracked = Set.of("pool-cpu@web");
        for (int i = 0; i < 3; i++) {
            quality[Metric.CPU.ordinal()][i] = (byte) Quality.MISSING.ordinal();
        }
        assertThat(only(tick()).value()).isNaN();
        quality[Metric.CPU.ordinal()][0] = 0;
        assertThat(only(tick()).value()).isEqualTo(.5);
    }

    @Test
    void theIntervalIsThatOfTheSamples() {
        tick();
        for (int i = 0; i < 3; i++) {
            time += 14_000;
            tick();
        }
        set(Metric.CPU, .95);
        assertThat(only(tick()).interval()).isEqualTo(15_000);
    }

    @Test
    void conditionsAndFindingsAreTold() {
        for (Condition.Kind kind : Condition.Kind.values()) {
            String subject = kind == Condition.Kind.DRIFT ? "web/web-01" : "it";
            conditions.add(new Condition(kind, subject, 3, NOW, "text"));
        }
        outlook =
                new Outlook(
                        outlook.fleet(),
                        List.of(),
                        ServerCapacities.none(),
                        List.of(new Finding("web", "web-02", .35, .1, NOW, "backup-agent", .2)),
                        Attribution.none(),
                        List.of());
        List<Signal> told = tick();
        assertThat(told)
                .extracting(Signal::id)
                .containsExactly(
                        "blind@it",
                        "drift@web/web-01",
                        "weights-refused@it",
                        "clock-skew@it",
                        "lease-ending@it",
                        "journal@console",
                        "no-sound@console",
                        "background-cpu@web/web-02");
        assertThat(told.getLast().value()).isEqualTo(.25);
        assertThat(told.getLast().detail()).isEqualTo("process backup-agent");
        assertThat(told.get(3).value()).isEqualTo(3);
        assertThat(told.getFirst().value()).isEqualTo(1);
    }

    @Test
    void tenThousandHealthyServersTakeNextToNothing() {
        fleet(10_000);
        load(1_000_000);
        Scene scene = scene();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            long begin = System.nanoTime();
            assertThat(signals.of(scene, RULES)).isEmpty();
            best = Math.min(best, System.nanoTime() - begin);
        }
        var threads =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        List<Signal> none = signals.of(scene, RULES);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(none).isEmpty();
        assertThat(best).isLessThan(5_000_000);
        assertThat(allocated).isLessThan(100_000);
    }
}
