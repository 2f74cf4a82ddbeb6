package io.spillway.alarm.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Priority;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Condition;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.history.Fill;
import io.spillway.history.Resolution;
import io.spillway.history.Statistic;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.capacity.ServerCapacities;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.who.Attribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is told to the rules, and what is not.
class SignalsTest extends Told {
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
