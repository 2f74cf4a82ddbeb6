package io.spillway.source.httpd;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import io.spillway.wire.httpd.ManagerPage;
import io.spillway.wire.httpd.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the counters of httpd's members into samples: what grew since the poll before, over the
/// time between. Requests are counted when they are given to a member, not when it answers.
///
/// A member that is seen for the first time, or whose counter went back, has no rate until the next
/// poll.
final class Meter {
    private Map<Map<String, String>, Long> before = Map.of();
    private long lastTime;

    /// Forgets all counters, because they began anew.
    void reset() {
        before = Map.of();
        lastTime = 0;
    }

    /// The samples of one poll.
    ///
    /// @param now the desk's time of the poll, epoch milliseconds
    /// @param counted when the counters were read, epoch milliseconds
    List<Sample> read(ManagerPage page, long now, long counted) {
        long interval = lastTime > 0 && counted > lastTime ? counted - lastTime : 0;
        Map<Map<String, String>, Long> after = new HashMap<>();
        List<Sample> samples = new ArrayList<>();
        for (ManagerPage.Balancer balancer : page.balancers()) {
            for (Member member : balancer.members()) {
                var labels = Map.of("proxy", balancer.name(), "server", member.server());
                samples.add(sample(Metric.IN_FLIGHT, labels, member.busy(), now, interval));
                long grown = member.elected() - before.getOrDefault(labels, Long.MAX_VALUE);
                if (interval > 0 && grown >= 0) {
                    double rate = grown * 1000.0 / interval;
                    samples.add(sample(Metric.REQUESTS, labels, rate, now, interval));
                }
                after.put(labels, member.elected());
            }
        }
        before = after;
        lastTime = counted;
        return samples;
    }

    private static Sample sample(
            Metric metric, Map<String, String> labels, double value, long time, long interval) {
        return new Sample(metric, labels, (float) value, time, interval, Quality.LIVE);
    }
}
