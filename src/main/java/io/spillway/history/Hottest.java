package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Names the hottest servers. Who is named stays so until another server is hotter by more than a
/// little: names that change places every second could not be read.
final class Hottest {
    /// How much hotter, as a share of CPU, a newcomer must be.
    static final float EDGE = 0.03f;

    private static final int MOST = 3;

    private List<Server> named = List.of();
    private List<Integer> indices = List.of();
    private float[] latest = new float[0];

    /// Where the named servers stand in the list last given to [#name], hottest first.
    List<Integer> indices() {
        return indices;
    }

    /// Names anew.
    ///
    /// @param state of these servers; only live values count
    void name(List<Server> servers, FleetState state) {
        float[] cpu = live(state);
        List<Integer> best = new ArrayList<>(MOST + 1);
        for (int i = 0; i < servers.size(); i++) {
            if (!Float.isNaN(cpu[i])) {
                insert(best, i, servers, cpu);
            }
        }
        best.sort(Comparator.comparingDouble((Integer i) -> -cpu[i]).thenComparingInt(i -> i));
        indices = List.copyOf(best);
        named = indices.stream().map(servers::get).toList();
    }

    private float[] live(FleetState state) {
        int n = state.servers().size();
        if (latest.length < n) {
            latest = new float[n];
        }
        for (int i = 0; i < n; i++) {
            boolean live = state.quality(Metric.CPU, i) == Quality.LIVE;
            latest[i] = live ? state.value(Metric.CPU, i) : Float.NaN;
        }
        return latest;
    }

    private void insert(List<Integer> best, int i, List<Server> servers, float[] cpu) {
        if (best.size() == MOST && cpu[i] + EDGE <= score(best.getLast(), servers, cpu)) {
            return;
        }
        float score = score(i, servers, cpu);
        int at = best.size();
        while (at > 0 && score(best.get(at - 1), servers, cpu) < score) {
            at--;
        }
        best.add(at, i);
        if (best.size() > MOST) {
            best.removeLast();
        }
    }

    private float score(int i, List<Server> servers, float[] cpu) {
        return named.contains(servers.get(i)) ? cpu[i] + EDGE : cpu[i];
    }
}
