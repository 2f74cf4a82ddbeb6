package io.spillway.app;

import io.spillway.testing.ClosedLoop;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.TestBackends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two real HAProxys that share six servers of uneven size, each with clients of its own, and a
/// real Prometheus that watches the servers.
final class TwoBalancers implements AutoCloseable {
    private static final int CLIENTS_EACH = 16;

    /// Answers on each balancer before anything is measured.
    private static final int WARM_UP = 200;

    final TestBackends backends = TestBackends.start(40, 4, 4, 2, 2, 1, 1);
    final RealHaproxy one;
    final RealHaproxy two;
    private final Path dir;
    private final RealPrometheus prometheus;
    private final List<ClosedLoop> clients;

    /// @param options of each server, for instance `weight 100`
    TwoBalancers(Path dir, String options) throws IOException {
        this.dir = dir;
        List<Integer> fronts = FreePorts.take(2);
        one = haproxy("1", fronts.get(0), options);
        two = haproxy("2", fronts.get(1), options);
        prometheus = RealPrometheus.start(EvenOutTest.scrapes(backends));
        clients = fronts.stream().map(f -> ClosedLoop.start(f, CLIENTS_EACH)).toList();
        clients.forEach(c -> c.throughput(WARM_UP));
        prometheus.awaitSeries("rate(app_busy_seconds_total[5s])", backends.list().size());
    }

    private RealHaproxy haproxy(String folder, int front, String options) throws IOException {
        return RealHaproxy.start(
                Files.createDirectory(dir.resolve(folder)),
                EvenOutTest.sections(front, backends, options));
    }

    /// Writes a configuration of it.
    ///
    /// @param second where the second balancer is reached
    Path config(String second) throws IOException {
        return Files.writeString(
                dir.resolve("spillway.yaml"),
                """
                site: test
                sources:
                  - name: metrics
                    prometheus: %s
                    queries:
                      cpu: 'rate(app_busy_seconds_total[5s]) / app_slots'
                balancers:
                  - name: lb-1
                    address: %s
                  - name: lb-2
                    address: %s
                pools:
                  - name: web
                    backend: be_web
                    match: {by: address, label: instance}
                """
                        .formatted(prometheus.url(), one.unix(), second));
    }

    /// Server to weight, asked on a connection of its own.
    Map<String, Integer> weights(RealHaproxy haproxy) {
        Map<String, Integer> weights = new TreeMap<>();
        for (TestBackends.Backend backend : backends.list()) {
            String answer = haproxy.ask("get weight be_web/" + backend.name());
            weights.put(backend.name(), Integer.valueOf(answer.substring(0, answer.indexOf(' '))));
        }
        return weights;
    }

    @Override
    public void close() {
        clients.forEach(ClosedLoop::close);
        prometheus.close();
        two.close();
        one.close();
        backends.close();
    }
}
