package io.spillway.bench;

import com.sun.management.ThreadMXBean;
import io.spillway.history.FullHistory;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// What the history costs: the heap it takes once every place is filled, and the time and the
/// garbage of a tick.
public final class HistoryBench {
    private static final int TICKS = 200;

    private HistoryBench() {}

    /// Measures 1,000 and 10,000 servers in 20 pools.
    public static void main(String[] arguments) {
        for (int servers : new int[] {1_000, 10_000}) {
            measure(servers);
        }
    }

    private static void measure(int servers) {
        FullHistory full = new FullHistory(servers, 20);
        long heap = full.fill();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[TICKS];
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TICKS; i++) {
            long begin = System.nanoTime();
            full.tick(1);
            nanos[i] = System.nanoTime() - begin;
        }
        long garbage = (threads.getCurrentThreadAllocatedBytes() - before) / TICKS;
        Arrays.sort(nanos);
        System.out.printf(
                "%,d servers, 20 pools: %.0f MB of heap; a tick %.2f ms (median), %.2f ms (p95),"
                        + " %,d bytes of garbage%n",
                servers,
                heap / 1e6,
                nanos[TICKS / 2] / 1e6,
                nanos[TICKS * 95 / 100] / 1e6,
                garbage);
        long begin = System.nanoTime();
        int points = full.history().window().times().length + full.history().day().times().length;
        System.out.printf(
                "  both windows, %,d points: %.2f ms%n", points, (System.nanoTime() - begin) / 1e6);
    }
}
