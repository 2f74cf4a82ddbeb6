package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// What gates do to the requests that come.
class GatesTest {
    private static final int CLASSES = Clientele.CLASSES.size();

    private final Maps maps = new Maps();

    @Property(tries = 100)
    void openGatesLetEverythingPassAtItsUsualCost(
            @ForAll @DoubleRange(min = 1, max = 100_000) double rate,
            @ForAll @DoubleRange(min = 0, max = 1) double crowd) {
        Gates gates = new Gates(new Maps(), rate, Clientele.mix(crowd));

        assertThat(gates.admitted).isCloseTo(rate, within(rate * 1e-9));
        assertThat(gates.cost).isCloseTo(1, within(1e-9));
        assertThat(gates.refused).containsOnly(0);
        assertThat(DoubleStream.of(gates.asked).limit(CLASSES).sum())
                .isCloseTo(rate, within(rate * 1e-9));
    }

    @Property(tries = 100)
    void sheddingRefusesThatPartOfItsClassOnly(
            @ForAll @IntRange(min = 0, max = 1000) int permille,
            @ForAll @IntRange(min = 0, max = 5) int rank) {
        Maps shedding = new Maps();
        put(shedding, Maps.PATHS.shed(), Integer.toString(rank), permille);

        Gates gates = new Gates(shedding, 2000, Clientele.mix(0.4));

        for (int c = 0; c < CLASSES; c++) {
            double part = c == rank ? permille / 1000.0 : 0;
            assertThat(gates.refused[c]).isCloseTo(gates.asked[c] * part, within(1e-6));
        }
        assertThat(gates.admitted).isCloseTo(2000 - gates.refused[rank], within(1e-6));
    }

    @Property(tries = 100)
    void whateverIsSetMoreShutNeverLetsMorePass(
            @ForAll @IntRange(min = 0, max = 1000) int shed,
            @ForAll @IntRange(min = 0, max = 2000) int limit,
            @ForAll @IntRange(min = 0, max = 300) int cap) {
        Maps some = new Maps();
        put(some, Maps.PATHS.shed(), "4", shed);
        put(some, Maps.PATHS.limit(), "3", limit);
        some.add(Maps.PATHS.sourceCap(), "203.0.113.77", Integer.toString(cap));
        Gates gates = new Gates(some, 3000, Clientele.mix(0));

        assertThat(passed(gates, 3)).isLessThanOrEqualTo(limit + 1e-6);
        int source = kind(Clientele.Table.SOURCE, "203.0.113.77");
        assertThat(passed(gates, source)).isLessThanOrEqualTo(cap + 1e-6);
        assertThat(passed(gates, 0)).isCloseTo(gates.asked[0], within(1e-6));
        assertThat(gates.admitted).isLessThanOrEqualTo(3000 + 1e-6);
    }

    @Test
    void agentsAreCappedByTheirEncodedNameAndNetworksHoldTheirAddresses() {
        maps.add(
                Maps.PATHS.agentCap(),
                "Mozilla%2F5.0%20%28compatible%3B%20SampleBot%2F2.1%29",
                "5");
        maps.add(Maps.PATHS.sourceCap(), "198.51.100.0/24", "7");
        maps.add(Maps.PATHS.sourceCap(), "198.51.100.33", "3");

        Gates gates = new Gates(maps, 3000, Clientele.mix(0));

        int bot = kind(Clientele.Table.AGENT, "Mozilla/5.0 (compatible; SampleBot/2.1)");
        assertThat(gates.asked[bot]).isGreaterThan(50);
        assertThat(passed(gates, bot)).isCloseTo(5, within(1e-6));
        assertThat(passed(gates, kind(Clientele.Table.SOURCE, "198.51.100.20")))
                .isCloseTo(7, within(1e-6));
        assertThat(passed(gates, kind(Clientele.Table.SOURCE, "198.51.100.33")))
                .isCloseTo(3, within(1e-6));
    }

    @Test
    void networksHoldWhatTheirBitsSay() {
        assertThat(Network.width("203.0.113.0/24", "203.0.113.200")).isEqualTo(24);
        assertThat(Network.width("203.0.113.0/24", "203.0.112.200")).isEqualTo(-1);
        assertThat(Network.width("0.0.0.0/0", "203.0.112.200")).isZero();
        assertThat(Network.width("203.0.113.7", "203.0.113.7")).isEqualTo(32);
        assertThat(List.of("203.0.113.7/33", "203.0.113", "203.0.113.256", "x"))
                .noneMatch(Network::valid);
    }

    private static double passed(Gates gates, int kind) {
        return gates.asked[kind] - gates.refused[kind];
    }

    private static int kind(Clientele.Table table, String key) {
        return Clientele.KINDS.indexOf(new Clientele.Kind(table, key));
    }

    static void put(Maps maps, String path, String key, int value) {
        Maps.GateMap map = Objects.requireNonNull(maps.at(path));
        map.entries()
                .replaceAll(e ->
                        e.key().equals(key) ? new Maps.Entry(e.address(), key, "" + value) : e);
    }
}
