package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import io.spillway.source.Sample;
import io.spillway.source.SourceReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoinTest {
    private static final long NOW = 1_000_000;
    private static final long POLL = 1_000;

    private static Pool pool(String name, Match match) {
        return new Pool(name, "be_" + name, 0.9, 1, List.of("lb-1", "lb-2"), match);
    }

    private static final Pool WEB = pool("web", new Match(Match.By.ADDRESS, "instance", ""));

    private static Join join(Pool... pools) {
        Map<String, Boolean> sources = new LinkedHashMap<>();
        sources.put("lb-1", true);
        sources.put("lb-2", true);
        sources.put("metrics", false);
        return new Join(List.of(pools), sources);
    }

    private static Slot slot(String backend, String server, String address) {
        return new Slot(backend, server, address, 100, 100, AdminState.READY, OperState.UP);
    }

    private static BalancerState balancer(String name, Slot... slots) {
        return new BalancerState(name, "2.6", 1, 1, NOW, List.of(slots));
    }

    private static Sample own(Metric metric, String server, double value, long time) {
        return new Sample(
                metric,
                Map.of("proxy", "be_web", "server", server),
                (float) value,
                time,
                0,
                Quality.LIVE);
    }

    private static Sample cpu(String instance, double value, long time, Quality quality) {
        return new Sample(
                Metric.CPU, Map.of("instance", instance), (float) value, time, 15_000, quality);
    }

    private static SourceReport report(BalancerState balancer, Sample... samples) {
        return new SourceReport(List.of(samples), balancer, "");
    }

    private static SourceReport metrics(Sample... samples) {
        return new SourceReport(List.of(samples), null, "");
    }

    private static final BalancerState LB1 =
            balancer(
                    "lb-1", slot("be_web", "a", "10.0.0.1:80"), slot("be_web", "b", "10.0.0.2:80"));

    @Test
    void requestsOfSeveralBalancersAddUpAndAreAsOldAsTheOldestPart() {
        Join join = join(WEB);
        join.take("lb-1", report(LB1, own(Metric.REQUESTS, "a", 100, NOW)));
        join.take(
                "lb-2",
                report(
                        balancer("lb-2", slot("be_web", "a", "10.0.0.1:80")),
                        own(Metric.REQUESTS, "a", 50, NOW - 5_000)));
        FleetState fleet = join.state(NOW, POLL);
        assertThat(fleet.value(Metric.REQUESTS, 0)).isEqualTo(150);
        assertThat(fleet.quality(Metric.REQUESTS, 0)).isEqualTo(Quality.OLD);
        assertThat(fleet.reading(Metric.REQUESTS, 0).time()).isEqualTo(NOW - 5_000);
    }

    @Test
    void latencyIsWeightedByRequests() {
        Join join = join(WEB);
        join.take(
                "lb-1",
                report(
                        LB1,
                        own(Metric.REQUESTS, "a", 300, NOW),
                        own(Metric.LATENCY, "a", 0.1, NOW)));
        join.take(
                "lb-2",
                report(
                        balancer("lb-2", slot("be_web", "a", "10.0.0.1:80")),
                        own(Metric.REQUESTS, "a", 100, NOW),
                        own(Metric.LATENCY, "a", 0.5, NOW)));
        assertThat(join.state(NOW, POLL).value(Metric.LATENCY, 0)).isCloseTo(0.2f, within(1e-6f));
    }

    @Test
    void anAddressMatchesWithAnotherPortOnlyByItsHost() {
        Join join = join(WEB);
        join.take("lb-1", report(LB1));
        join.take("metrics", metrics(cpu("10.0.0.2:9100", 0.4, NOW, Quality.LIVE)));
        FleetState fleet = join.state(NOW, POLL);
        assertThat(fleet.quality(Metric.CPU, 0)).isEqualTo(Quality.MISSING);
        assertThat(fleet.value(Metric.CPU, 1)).isEqualTo(0.4f);
    }

    @Test
    void aMachineThatCarriesServersOfTwoPoolsSpeaksOfBoth() {
        Pool api = pool("api", new Match(Match.By.ADDRESS, "instance", ""));
        Join join = join(WEB, api);
        join.take(
                "lb-1",
                report(
                        balancer(
                                "lb-1",
                                slot("be_web", "a", "10.0.0.1:80"),
                                slot("be_api", "x", "10.0.0.1:81"))));
        join.take("metrics", metrics(cpu("10.0.0.1:9100", 0.7, NOW, Quality.LIVE)));
        FleetState fleet = join.state(NOW, POLL);
        assertThat(fleet.value(Metric.CPU, 0)).isEqualTo(0.7f);
        assertThat(fleet.value(Metric.CPU, 1)).isEqualTo(0.7f);
    }

    @Test
    void serversOnOneHostAreToldApartByTheirPort() {
        Join join = join(WEB);
        join.take(
                "lb-1",
                report(
                        balancer(
                                "lb-1",
                                slot("be_web", "a", "127.0.0.1:9101"),
                                slot("be_web", "b", "127.0.0.1:9102"))));
        join.take(
                "metrics",
                metrics(
                        cpu("127.0.0.1:9101", 0.1, NOW, Quality.LIVE),
                        cpu("127.0.0.1:9102", 0.2, NOW, Quality.LIVE)));
        FleetState fleet = join.state(NOW, POLL);
        assertThat(fleet.value(Metric.CPU, 0)).isEqualTo(0.1f);
        assertThat(fleet.value(Metric.CPU, 1)).isEqualTo(0.2f);
    }

    @Test
    void aPatternNamesTheServer() {
        Join join = join(pool("web", new Match(Match.By.PATTERN, "pod", "^pod-(\\w)-")));
        join.take("lb-1", report(LB1));
        Sample sample =
                new Sample(Metric.CPU, Map.of("pod", "pod-b-77"), 0.3f, NOW, 0, Quality.LIVE);
        join.take("metrics", metrics(sample));
        assertThat(join.state(NOW, POLL).value(Metric.CPU, 1)).isEqualTo(0.3f);
    }

    @Test
    void aLostSeriesAgesInPlaceAndThenIsBlind() {
        Join join = join(WEB);
        join.take("lb-1", report(LB1));
        join.take("metrics", metrics(cpu("10.0.0.1:9100", 0.5, NOW, Quality.LIVE)));
        join.take("metrics", metrics());
        assertThat(quality(join, NOW + 45_000)).isEqualTo(Quality.LIVE);
        assertThat(quality(join, NOW + 45_001)).isEqualTo(Quality.OLD);
        assertThat(quality(join, NOW + 90_001)).isEqualTo(Quality.BLIND);
        assertThat(join.state(NOW + 90_001, POLL).value(Metric.CPU, 0)).isEqualTo(0.5f);
    }

    private static Quality quality(Join join, long now) {
        return join.state(now, POLL).quality(Metric.CPU, 0);
    }

    @Test
    void aFastSeriesIsNotBlindBeforeThirtySeconds() {
        assertThat(Cell.aged(3_000, 1_000)).isEqualTo(Quality.LIVE);
        assertThat(Cell.aged(3_001, 1_000)).isEqualTo(Quality.OLD);
        assertThat(Cell.aged(29_999, 1_000)).isEqualTo(Quality.OLD);
        assertThat(Cell.aged(30_000, 1_000)).isEqualTo(Quality.BLIND);
    }

    @Test
    void badValuesAreSaidAtOnceAndForgottenWhenGoodOnesReturn() {
        Join join = join(WEB);
        join.take("lb-1", report(LB1));
        join.take("metrics", metrics(cpu("10.0.0.1:9100", Double.NaN, NOW, Quality.INVALID)));
        FleetState fleet = join.state(NOW, POLL);
        assertThat(fleet.quality(Metric.CPU, 0)).isEqualTo(Quality.INVALID);
        assertThat(fleet.value(Metric.CPU, 0)).isNaN();
        join.take("metrics", metrics(cpu("10.0.0.1:9100", Double.NaN, NOW, Quality.TARGET_DOWN)));
        assertThat(quality(join, NOW)).isEqualTo(Quality.TARGET_DOWN);
        join.take("metrics", metrics(cpu("10.0.0.1:9100", 0.5, NOW + 1, Quality.LIVE)));
        assertThat(quality(join, NOW + 1)).isEqualTo(Quality.LIVE);
    }

    @Test
    void aBalancerWithoutRequestsHasNoLatencyRatherThanAnOldOne() {
        Join join = join(WEB);
        join.take("lb-1", report(LB1, own(Metric.LATENCY, "a", 0.1, NOW)));
        join.take("lb-1", report(LB1, own(Metric.REQUESTS, "a", 0, NOW + 1_000)));
        assertThat(join.state(NOW + 60_000, POLL).quality(Metric.LATENCY, 0))
                .isEqualTo(Quality.MISSING);
    }

    @Test
    void cpuHasNoSourceWhereOnlyBalancersAreRead() {
        Join join = new Join(List.of(WEB), Map.of("lb-1", true));
        join.take("lb-1", report(LB1, own(Metric.REQUESTS, "a", 1, NOW)));
        FleetState fleet = join.state(NOW, POLL);
        assertThat(fleet.quality(Metric.CPU, 0)).isEqualTo(Quality.NO_SOURCE);
        assertThat(fleet.quality(Metric.REQUESTS, 1)).isEqualTo(Quality.MISSING);
    }

    @Test
    void theEngineStandsInForADeadBalancer() {
        Join join = join(WEB);
        join.take("lb-1", report(LB1, own(Metric.REQUESTS, "a", 100, NOW)));
        long later = NOW + 10_000;
        join.take("metrics", metrics(own(Metric.REQUESTS, "a", 90, later)));
        FleetState fleet = join.state(later, POLL);
        assertThat(fleet.value(Metric.REQUESTS, 0)).isEqualTo(90);
        assertThat(fleet.quality(Metric.REQUESTS, 0)).isEqualTo(Quality.LIVE);
    }
}
