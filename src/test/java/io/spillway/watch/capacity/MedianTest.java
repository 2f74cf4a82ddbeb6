package io.spillway.watch.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Property
    void isTheMiddleOfTheSorted(@ForAll @Size(min = 1, max = 40) @IntRange(max = 9) int[] values) {
        double[] sorted = Arrays.stream(values).asDoubleStream().sorted().toArray();
        double[] any = Arrays.stream(values).asDoubleStream().toArray();
        assertThat(Median.of(any, any.length)).isEqualTo(sorted[sorted.length / 2]);
    }

    @Test
    void ofNothingIsNotKnown() {
        assertThat(Median.of(new double[3], 0)).isNaN();
    }
}
