package io.spillway.example;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import io.spillway.source.MetricSource;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads Sluice: its servers' weights and states, and how many requests each gets.
final class SluiceSource implements MetricSource {
    private static final int MAX_WEIGHT = 100;

    private final String name;
    private final SluiceClient client;
    private final Map<Map<String, String>, Long> before = new HashMap<>();
    private long lastTime;

    SluiceSource(String name, SluiceClient client) {
        this.name = name;
        this.client = client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "sluice";
    }

    @Override
    public boolean balancer() {
        return true;
    }

    @Override
    public SourceReport poll(Instant now) throws SourceException {
        SluiceClient.Page page;
        try {
            page = client.read();
        } catch (IOException e) {
            throw new SourceException(String.valueOf(e.getMessage()), e);
        }
        long time = now.toEpochMilli();
        List<Slot> slots = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (SluiceClient.Member m : page.members()) {
            AdminState wanted = m.out() ? AdminState.DRAIN : AdminState.READY;
            OperState state = m.up() ? OperState.UP : OperState.DOWN;
            slots.add(
                    new Slot(m.backend(), m.name(), m.at(), m.weight(), m.weight(), wanted, state));
            rate(samples, m, time);
        }
        lastTime = time;
        return new SourceReport(
                samples,
                new BalancerState(
                        name,
                        page.version(),
                        0,
                        page.startedAt(),
                        time,
                        slots,
                        Map.of(),
                        MAX_WEIGHT),
                "");
    }

    /// A counter that is new, or went back, has no rate until the next poll.
    private void rate(List<Sample> samples, SluiceClient.Member m, long time) {
        Map<String, String> labels = Map.of("proxy", m.backend(), "server", m.name());
        Long earlier = before.put(labels, m.served());
        if (earlier != null && m.served() >= earlier && time > lastTime) {
            float rate = (m.served() - earlier) * 1000f / (time - lastTime);
            samples.add(
                    new Sample(Metric.REQUESTS, labels, rate, time, time - lastTime, Quality.LIVE));
        }
    }

    @Override
    public void close() {
        // The HTTP client is shared.
    }
}
