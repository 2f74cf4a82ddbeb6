package io.spillway.source.prometheus;

import io.spillway.fleet.Match;
import io.spillway.fleet.ProcessShare;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Asks which processes take most of each machine's CPU, where a process exporter is scraped:
/// beside the polls and seldom, so that no poll waits for it. What fails is silently missing.
final class Processes {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration UNTIL_THERE_ARE = Duration.ofMinutes(1);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final long BUDGET = 32 << 20;

    /// Enough that the one that rose is among them.
    private static final String BUSIEST =
            "topk by (instance) (5, sum without (mode)"
                    + " (rate(namedprocess_namegroup_cpu_seconds_total[{{window}}])))";

    private static final String CORES =
            "count by (instance) (node_cpu_seconds_total{mode=\"idle\"})";

    private final PrometheusApi api;
    private final ExecutorService executor;
    private final UsualCpu usual = new UsualCpu();
    private List<ProcessShare> busiest = List.of();
    private @Nullable Future<List<ProcessShare>> running;
    private Instant due = Instant.EPOCH;

    Processes(PrometheusApi api, ExecutorService executor) {
        this.api = api;
        this.executor = executor;
    }

    /// What is known now; asks anew if it is time to.
    ///
    /// @param window of rates, milliseconds
    List<ProcessShare> busiest(Instant now, long window) throws InterruptedException {
        Future<List<ProcessShare>> question = running;
        if (question != null && question.isDone()) {
            running = null;
            try {
                busiest = question.get();
            } catch (ExecutionException e) {
                busiest = List.of();
            }
            due = now.plus(busiest.isEmpty() ? UNTIL_THERE_ARE : EVERY);
        }
        boolean setBack = now.isBefore(due.minus(UNTIL_THERE_ARE));
        if (running == null && (setBack || !now.isBefore(due))) {
            long time = now.toEpochMilli();
            running = executor.submit(() -> ask(time, window));
        }
        return busiest;
    }

    private List<ProcessShare> ask(long time, long window) throws IOException, JacksonException {
        Deadline deadline = Deadline.in(AT_MOST);
        AtomicLong budget = new AtomicLong(BUDGET);
        String query = BUSIEST.replace("{{window}}", Durations.format(window));
        List<Series> found = api.query(query, null, deadline, budget).series();
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> cores = cores(api.query(CORES, null, deadline, budget).series());
        List<ProcessShare> shares = new ArrayList<>(found.size());
        usual.begin(time);
        for (Series series : found) {
            if (Double.isFinite(series.value())) {
                shares.add(share(series, cores, time));
            }
        }
        usual.end();
        return shares;
    }

    /// Cores by host: the two exporters of a machine differ in their ports.
    private static Map<String, Integer> cores(List<Series> counted) {
        Map<String, Integer> cores = new HashMap<>();
        for (Series series : counted) {
            String host = Match.host(series.labels().getOrDefault("instance", ""));
            cores.merge(host, (int) series.value(), Math::max);
        }
        return cores;
    }

    private ProcessShare share(Series series, Map<String, Integer> cores, long time) {
        Map<String, String> machine = new HashMap<>(series.labels());
        String group = machine.remove("groupname");
        String process = group == null ? "" : group;
        String host = Match.host(machine.getOrDefault("instance", ""));
        return new ProcessShare(
                machine,
                process,
                (float) series.value(),
                (float) usual.of(series.labels(), series.value()),
                cores.getOrDefault(host, 0),
                time);
    }
}
