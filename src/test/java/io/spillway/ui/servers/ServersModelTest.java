package io.spillway.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.ui.SampleFleet;
import io.spillway.ui.SamplePictures;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServersModelTest {
    private final ServersModel model = new ServersModel();
    private final Picture base = SamplePictures.healthy();

    private static SampleFleet fleet() {
        return new SampleFleet(SamplePictures.NOW.toEpochMilli())
                .pool("web", 4, 0.4, 0.4)
                .pool("api", 2, 0.3, 0.3)
                .set(Metric.CPU, "web-002", 0.8)
                .set(Metric.CPU, "web-003", 0.6);
    }

    private void show(SampleFleet fleet, int seconds) {
        model.show(SamplePictures.later(base, fleet.build(), seconds));
    }

    private List<String> names() {
        return model.rows().stream().map(l -> l.facts().server().name()).toList();
    }

    @Test
    void theHottestComeFirst() {
        show(fleet(), 0);
        assertThat(names()).startsWith("web-002", "web-003").hasSize(6);
        assertThat(names()).endsWith("api-001", "api-002");
    }

    @Test
    void aTickChangesValuesAtOnceAndPlacesLater() {
        show(fleet(), 0);
        ServerLine first = model.rows().getFirst();
        AtomicInteger moves = new AtomicInteger();
        model.rows().addListener((ListChangeListener<ServerLine>) _ -> moves.incrementAndGet());

        SampleFleet next = fleet().set(Metric.CPU, "web-002", 0.1);
        show(next, 1);
        assertThat(model.rows().getFirst()).isSameAs(first);
        assertThat(first.facts().value(Metric.CPU)).isEqualTo(0.1f);
        assertThat(moves).hasValue(0);

        show(next, 6);
        assertThat(names()).startsWith("web-003").endsWith("web-002");
        assertThat(moves).hasValue(1);
    }

    @Test
    void rowsStayWhileTheOperatorPointsAtThem() {
        show(fleet(), 0);
        model.hold(true);
        show(fleet().set(Metric.CPU, "web-002", 0.1), 60);
        assertThat(names()).startsWith("web-002");
        assertThat(model.waitingProperty().get()).isTrue();
        model.hold(false);
        assertThat(names()).startsWith("web-003");
        assertThat(model.waitingProperty().get()).isFalse();
    }

    @Test
    void heldRowsAreOrderedWhenAskedFor() {
        show(fleet(), 0);
        model.hold(true);
        show(fleet().set(Metric.CPU, "web-002", 0.1), 60);
        model.arrange();
        assertThat(names()).startsWith("web-003").endsWith("web-002");
        assertThat(model.waitingProperty().get()).isFalse();
    }

    @Test
    void heldRowsStayWhenServersComeAndGo() {
        show(fleet(), 0);
        List<String> before = names();
        model.hold(true);
        show(fleet().pool("checkout", 1, 0.9, 0.9), 1);
        assertThat(names()).startsWith(before.toArray(String[]::new)).endsWith("checkout-001");
        show(fleet(), 2);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aServerThatComesOrGoesIsShownAtOnce() {
        show(fleet(), 0);
        show(fleet().pool("checkout", 1, 0.9, 0.9), 1);
        assertThat(names()).startsWith("checkout-001").hasSize(7);
        show(fleet(), 2);
        assertThat(names()).hasSize(6).doesNotContain("checkout-001");
    }

    /// What each column shows, as a number or a name.
    private static Comparable<?> shown(ServerKey key, ServerFacts facts) {
        return switch (key) {
            case NAME -> facts.server().name();
            case POOL -> facts.server().pool();
            case CPU -> facts.value(Metric.CPU);
            case REQUESTS -> facts.value(Metric.REQUESTS);
            case IN_FLIGHT -> facts.value(Metric.IN_FLIGHT);
            case QUEUE -> facts.value(Metric.QUEUE);
            case LATENCY -> facts.value(Metric.LATENCY);
            case ERRORS -> facts.value(Metric.ERRORS);
            case APPLIED -> Integer.valueOf(facts.appliedText());
            case SHARE -> facts.share();
        };
    }

    @ParameterizedTest
    @EnumSource
    void ordersByAnyColumn(ServerKey key) {
        SampleFleet fleet = fleet().set(Metric.QUEUE, "web-004", 3).set(Metric.QUEUE, "api-001", 7);
        for (int balancer = 0; balancer < 2; balancer++) {
            fleet.hold(balancer, "web-001", 40, AdminState.READY)
                    .hold(balancer, "api-002", 250, AdminState.READY);
        }
        show(fleet, 0);
        model.order(key, true);
        List<?> up = model.rows().stream().map(l -> shown(key, l.facts())).toList();
        assertThat(up.stream().sorted().toList()).isEqualTo(up);
        assertThat(up.stream().distinct().count()).isGreaterThan(1);
        model.order(key, false);
        List<?> down = model.rows().stream().map(l -> shown(key, l.facts())).toList();
        assertThat(down).isEqualTo(up.reversed());
    }

    @Test
    void tiesAreInTheOrderOfNames() {
        show(fleet(), 0);
        model.order(ServerKey.POOL, true);
        assertThat(names())
                .containsExactly("api-001", "api-002", "web-001", "web-002", "web-003", "web-004");
        model.order(ServerKey.POOL, false);
        assertThat(names()).startsWith("web-001", "web-002").endsWith("api-002");
    }

    @Test
    void showsOnlyServersOfASet() {
        show(fleet(), 0);
        Set<Server> two =
                model.rows().stream()
                        .map(ServerLine::server)
                        .filter(s -> s.name().endsWith("-002"))
                        .collect(Collectors.toSet());
        model.only(two);
        assertThat(names()).containsExactly("web-002", "api-002");
        assertThat(filtered("pool:web")).containsExactly("web-002");
        model.only(Set.of());
        assertThat(names()).hasSize(4);
    }

    @Test
    void serversWithoutAValueComeLast() {
        show(fleet().spoil(Metric.CPU, "web-002", Quality.MISSING, 0), 0);
        assertThat(names()).endsWith("web-002");
    }

    @Test
    void filtersByWordsThatAllHold() {
        show(
                fleet().hold(0, "web-004", 100, AdminState.DRAIN)
                        .hold(1, "web-004", 100, AdminState.DRAIN)
                        .set(Metric.QUEUE, "web-001", 3),
                0);
        assertThat(filtered("pool:web cpu>50")).containsExactly("web-002", "web-003");
        assertThat(filtered("cpu<35")).containsExactly("api-001", "api-002");
        assertThat(filtered("QUEUE>0")).containsExactly("web-001");
        assertThat(filtered("state:drain")).containsExactly("web-004");
        assertThat(filtered("b-00 pool:w cpu>70")).containsExactly("web-002");
        assertThat(filtered("server:web-003,api-001")).containsExactly("web-003", "api-001");
        assertThat(filtered("cpu>>50")).isEmpty();
        assertThat(filtered("")).hasSize(6);
    }

    private List<String> filtered(String text) {
        model.filter(text);
        return names();
    }

    @Test
    void saysWhereBalancersDisagree() {
        show(fleet().hold(1, "web-002", 80, AdminState.READY), 0);
        ServerFacts facts = model.rows().getFirst().facts();
        assertThat(facts.appliedText()).isEqualTo("– → 80 on lb-2");
        assertThat(facts.stateText()).isEqualTo("balancers disagree");
    }

    @Test
    void saysHowADriftDiffersFromWhatWasIntended() {
        model.show(SamplePictures.overload());
        model.filter("web-029");
        ServerFacts facts = model.rows().getFirst().facts();
        assertThat(facts.intendedText()).isEqualTo("100");
        assertThat(facts.appliedText()).isEqualTo("100 → 80 on lb-2");
        assertThat(facts.stateText()).isEqualTo("changed elsewhere");
    }

    @Test
    void saysStatesOfOneOrAllBalancers() {
        show(
                fleet().hold(0, "web-002", 100, AdminState.DRAIN)
                        .hold(0, "web-003", 100, AdminState.MAINT)
                        .hold(1, "web-003", 100, AdminState.MAINT)
                        .set(Metric.IN_FLIGHT, "web-002", 14),
                0);
        assertThat(model.rows().get(0).facts().stateText())
                .isEqualTo("draining, 14 in flight on lb-1");
        assertThat(model.rows().get(1).facts().stateText()).isEqualTo("maintenance");
    }

    private ServerFacts facts(SampleFleet fleet) {
        show(fleet, 0);
        return model.rows().getFirst().facts();
    }

    @Test
    void aSilentBalancersWordIsNotTakenForNow() {
        ServerFacts one = facts(fleet().silent(0, 3));
        assertThat(one.oldWeights()).isFalse();
        assertThat(one.stateText()).isEqualTo("up");

        ServerFacts old = facts(fleet().silent(0, 12).silent(1, 4));
        assertThat(old.oldWeights()).isTrue();
        assertThat(old.appliedText()).isEqualTo("100");
        assertThat(old.stateText().replace('\u2009', ' ')).isEqualTo("up · 4 s");

        ServerFacts blind = facts(fleet().silent(0, 30).silent(1, 40));
        assertThat(blind.oldWeights()).isTrue();
        assertThat(blind.stateText()).isEqualTo("blind");
    }

    @Test
    void theStateIsWhatTheBalancerThatAnswersSays() {
        SampleFleet fleet =
                fleet().hold(0, "web-002", 100, AdminState.DRAIN)
                        .hold(1, "web-002", 100, AdminState.READY)
                        .silent(0, 12);
        ServerFacts facts = facts(fleet);
        assertThat(facts.stateText()).isEqualTo("up");
        assertThat(facts.oldWeights()).isTrue();
        assertThat(facts(fleet.silent(0, 0).silent(1, 12)).stateText()).startsWith("draining");
    }

    @Test
    void tellsWhyAValueIsMissingOrOld() {
        show(
                fleet().spoil(Metric.CPU, "web-002", Quality.OLD, 17)
                        .spoil(Metric.LATENCY, "web-002", Quality.NO_SOURCE, 0),
                0);
        model.filter("web-002");
        ServerFacts facts = model.rows().getFirst().facts();
        assertThat(facts.old(Metric.CPU)).isTrue();
        assertThat(facts.remark(Metric.CPU).replace('\u2009', ' ')).isEqualTo("17 s old");
        assertThat(facts.remark(Metric.LATENCY)).isEqualTo("No configured source measures this");
        assertThat(facts.remark(Metric.QUEUE)).isEmpty();
    }

    @Test
    void sharesOfALargePoolAreNotAllNothing() {
        SampleFleet large = new SampleFleet(SamplePictures.NOW.toEpochMilli());
        assertThat(facts(large.pool("web", 2_000, 0.4, 0.4)).shareText())
                .matches("0\\.0\\d\\d\u2009%");
        assertThat(facts(fleet()).shareText()).matches("\\d\\d\\.\\d\u2009%");
    }

    @Test
    void sharesOfAPoolAddUp() {
        show(fleet(), 0);
        model.filter("pool:web");
        double sum = model.rows().stream().mapToDouble(l -> l.facts().share()).sum();
        assertThat(sum).isBetween(0.999, 1.001);
    }
}
