package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A history of a large fleet with nothing left empty, and what it costs.
public final class FullHistory {
    private static final long START = 1_794_000_000_000L;
    private static final int TAIL_TICKS = (int) (History.TAIL / 1_000);

    private final List<FleetState> states = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final int pools;
    private History history = new History(1_000);
    private long time = START;

    /// @param servers spread over the pools
    public FullHistory(int servers, int pools) {
        this.pools = pools;
        for (int i = 0; i < servers; i++) {
            this.servers.add(new Server("pool-" + i * pools / servers, "s" + i, ""));
        }
        List<Server> fixed = List.copyOf(this.servers);
        Random random = new Random(1);
        for (int i = 0; i < 4; i++) {
            FleetState state = Fleets.columns(0, fixed);
            for (float[] column : state.values()) {
                for (int s = 0; s < column.length; s++) {
                    column[s] = random.nextFloat();
                }
            }
            states.add(state);
        }
    }

    /// Fills every place: 28 days, a day, an hour and every server's tail.
    ///
    /// @return bytes of heap that it takes
    public long fill() {
        long before = heap();
        history = new History(1_000);
        for (int p = -1; p < pools; p++) {
            Subject subject = p < 0 ? Subject.FLEET : new Subject("pool-" + p);
            for (int c = 0; c < Columns.COUNT; c++) {
                for (Resolution r : List.of(Resolution.MINUTE, Resolution.TEN_SECONDS)) {
                    float[] values = new float[r.length()];
                    Arrays.fill(values, c + 1);
                    long start = START / r.step() * r.step() - r.span();
                    Metric metric = Columns.metric(c);
                    Fill fill = new Fill(subject, metric, Columns.statistic(c), r, start, values);
                    history.aggregates().fill(List.of(fill));
                }
            }
        }
        tick(TAIL_TICKS);
        return heap() - before;
    }

    /// Adds ticks a second apart.
    public void tick(int ticks) {
        for (int i = 0; i < ticks; i++) {
            time += 1_000;
            FleetState s = states.get(i % states.size());
            history.add(
                    new FleetState(
                            time,
                            List.of(),
                            s.servers(),
                            s.values(),
                            s.sampleTimes(),
                            s.quality(),
                            List.of()));
        }
    }

    public History history() {
        return history;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
