package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class QueueingTest {
    @Property
    void noRequestIsLostOrInvented(
            @ForAll @DoubleRange(min = 0, max = 5000) double offered,
            @ForAll @DoubleRange(min = 1, max = 2000) double capacity,
            @ForAll @DoubleRange(min = 0, max = 5) double waitingSeconds,
            @ForAll @DoubleRange(min = 0.1, max = 60) double seconds) {
        double backlog = waitingSeconds * capacity;

        Queueing.Flow flow = Queueing.flow(offered, capacity, backlog, seconds);

        double in = backlog + offered * seconds;
        double out = flow.answered() * seconds + flow.backlog();
        assertThat(out).isCloseTo(in, within(1e-6 * (1 + in)));
        assertThat(flow.served()).isBetween(0.0, capacity);
        assertThat(flow.backlog()).isBetween(0.0, Queueing.PATIENCE * capacity * 1.000001);
        assertThat(flow.failed()).isBetween(0.0, flow.answered());
    }

    @Property
    void latencyRisesWithUtilisationAndWithTheQueue(
            @ForAll @IntRange(min = 1, max = 64) int cores,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other,
            @ForAll @DoubleRange(min = 0, max = 500) double backlog) {
        double less = Queueing.latency(0.04, cores, Math.min(one, other), backlog, 100);
        double more = Queueing.latency(0.04, cores, Math.max(one, other), backlog, 100);

        assertThat(more).isGreaterThanOrEqualTo(less);
        assertThat(Queueing.latency(0.04, cores, one, backlog + 1, 100))
                .isGreaterThan(Queueing.latency(0.04, cores, one, backlog, 100));
        assertThat(less).isGreaterThanOrEqualTo(0.04);
    }
}
