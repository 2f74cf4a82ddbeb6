package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import io.spillway.history.History;
import io.spillway.source.Sample;
import io.spillway.source.SourceReport;
import io.spillway.watch.Outlook;
import io.spillway.watch.who.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Watch at a desk, fed by a balancer of one server and its log, a tick every 15 s.
class WatchingTest {
    private static final long STEP = 15_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random = new Random(3);
    private final Join join =
            new Join(List.of(ScriptedFleet.WEB), Map.of("lb-1", true, "metrics", false));
    private final History history = new History(STEP);
    private final Watching watching = new Watching(List.of(), List.of(ScriptedFleet.WEB), history);
    private Outlook outlook = Outlook.unknown();
    private long now = 1_794_000_000_000L / STEP * STEP;

    @AfterEach
    void close() {
        watching.close();
    }

    private void tick(double load, int bots) {
        now += STEP;
        var slot = new Slot("be_web", "a", "", 100, 100, AdminState.READY, OperState.UP);
        var requests =
                new Sample(
                        Metric.REQUESTS,
                        Map.of("proxy", "be_web", "server", "a"),
                        (float) (load * (1 + 0.02 * random.nextGaussian())),
                        now,
                        STEP,
                        Quality.LIVE);
        join.take(
                "lb-1",
                new SourceReport(
                        List.of(requests),
                        new BalancerState("lb-1", "2.6", 1, 1, now, List.of(slot)),
                        List.of(),
                        log(bots),
                        List.of(),
                        ""));
        var fleet = join.state(now, STEP);
        synchronized (history) {
            history.add(fleet);
        }
        outlook = watching.step(fleet, join, STEP);
    }

    private List<LoggedRequest> log(int bots) {
        List<LoggedRequest> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(line("100.64.0." + random.nextInt(200), "http://shop.example/", "Firefox/1"));
        }
        for (int i = 0; i < bots; i++) {
            lines.add(line("203.0.113.9", "", "python-requests/2.31"));
        }
        return lines;
    }

    private LoggedRequest line(String source, String referer, String agent) {
        return new LoggedRequest(now, source, "GET", "/a", 200, 1, referer, agent, "fe", "a");
    }

    @Test
    void whoBringsASurgeIsFoundBesideTheTicks() {
        for (int i = 0; i < 4 * 120; i++) {
            tick(300 + 20 * Math.sin(i / 60.0), 0);
        }
        assertThat(outlook.why().notSeen()).as("nothing to ask").isEmpty();
        for (int i = 0; i < 4 * 25; i++) {
            tick(300 + 4 * i, i);
        }
        watching.await(PATIENCE);
        tick(700, 100);
        assertThat(outlook.why().causes()).extracting(Cause::kind).contains(Cause.Kind.BOTS);
    }

    @Test
    void aClockThatIsSetBackMakesItLearnAnewFromWhatIsLeft() {
        for (int i = 0; i < 4 * 180; i++) {
            tick(i < 4 * 90 ? 300 : 900, 0);
        }
        now -= 90 * 60_000;
        tick(300, 0);
        watching.await(PATIENCE);
        tick(300, 0);
        assertThat(outlook.fleet().usual().mid()[outlook.fleet().usual().index(now)])
                .isBetween(250f, 350f);
    }
}
