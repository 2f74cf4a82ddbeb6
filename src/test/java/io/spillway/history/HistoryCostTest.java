package io.spillway.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// What the history of a large fleet may cost.
class HistoryCostTest {
    private static final int SERVERS = 10_000;

    @Test
    void tenThousandServersAndTwentyPoolsFitInTheirShareOfTheHeap() {
        var full = new FullHistory(SERVERS, 20);
        assertThat(full.fill()).isLessThan(350_000_000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        full.tick(50);
        long garbage = (threads.getCurrentThreadAllocatedBytes() - before) / 50;
        assertThat(garbage).as("bytes a tick").isLessThan(SERVERS);
        assertThat(full.history().aggregates().fills()).isPositive();
    }
}
