package io.spillway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.ProcessShare;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.detect.Campaign;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.forecast.Forecast.Sight;
import io.spillway.watch.who.Cause;
import io.spillway.watch.who.Inquiry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Watch over a small fleet, 15 s a tick: two pools of four servers, 1 CPU share for 1,000 requests
/// a second beside a background of 5 %.
class WatchTest {
    private static final long STEP = 15_000;
    private static final long START = 1_794_000_000_000L / STEP * STEP;
    private static final int EACH = 4;
    private static final List<Pool> POOLS = List.of(pool("web"), pool("api"));
    private static final List<Server> SERVERS = servers();

    private final Random random = new Random(7);
    private final float[] hogs = new float[2 * EACH];
    private Watch watch = new Watch(List.of());
    private Outlook outlook = Outlook.unknown();
    private Map<Server, List<ProcessShare>> processes = Map.of();
    private List<LoggedRequest> requests = List.of();
    private long now = START;
    private int blind;

    private static Pool pool(String name) {
        Match match = new Match(Match.By.ADDRESS, "", "");
        return new Pool(name, name, 0.9, 0, List.of("lb-1"), match);
    }

    private static List<Server> servers() {
        List<Server> servers = new ArrayList<>();
        for (Pool pool : POOLS) {
            for (int i = 0; i < EACH; i++) {
                servers.add(new Server(pool.name(), pool.name() + "-" + i, ""));
            }
        }
        return List.copyOf(servers);
    }

    /// Load per server, CPU as it follows.
    private void tick(double web, double api) {
        now += STEP;
        int metrics = Metric.values().length;
        float[][] values = new float[metrics][SERVERS.size()];
        long[][] times = new long[metrics][SERVERS.size()];
        byte[][] quality = new byte[metrics][SERVERS.size()];
        for (int i = 0; i < SERVERS.size(); i++) {
            double load = (i < EACH ? web : api) * (1 + 0.03 * random.nextGaussian());
            values[Metric.REQUESTS.ordinal()][i] = (float) load;
            values[Metric.CPU.ordinal()][i] =
                    (float) Math.clamp(0.05 + load / 1000 + hogs[i], 0, 1);
        }
        for (int m = 0; m < metrics; m++) {
            Arrays.fill(times[m], now);
        }
        Arrays.fill(quality[Metric.REQUESTS.ordinal()], 0, blind, (byte) Quality.BLIND.ordinal());
        FleetState fleet = new FleetState(now, POOLS, SERVERS, values, times, quality, List.of());
        outlook = watch.step(fleet, List.of(), requests, processes);
    }

    private void answer() {
        Inquiry inquiry = watch.inquiry();
        if (inquiry != null) {
            watch.answered(inquiry, inquiry.answer());
        }
    }

    /// Minutes of a load that moves slowly about a level.
    private void minutes(int minutes, double web) {
        for (int i = 0; i < 4 * minutes; i++) {
            double wave = 1 + 0.1 * Math.sin(now / 900_000.0);
            tick(web * wave, 200 * wave);
        }
    }

    private List<Detection> lasting(LoadOutlook load) {
        return load.detections().stream().filter(d -> d.until() == 0).toList();
    }

    @Test
    void loadsAreSummedByPoolAndOverTheFleet() {
        minutes(1, 300);
        assertThat(outlook.pools()).extracting(LoadOutlook::subject).containsExactly("web", "api");
        double web = outlook.pools().getFirst().load();
        double api = outlook.pools().getLast().load();
        assertThat(web).isCloseTo(1200, within(200.0));
        assertThat(outlook.fleet().load()).isCloseTo(web + api, within(0.01));
    }

    @Test
    void aSumThatLacksAServerIsNoSumAndNoCollapse() {
        minutes(90, 300);
        blind = 1;
        minutes(30, 300);
        assertThat(outlook.fleet().load()).isNaN();
        assertThat(outlook.pools().getFirst().load()).isNaN();
        assertThat(outlook.pools().getLast().load()).isNotNaN();
        assertThat(outlook.fleet().forecast().sight()).isEqualTo(Sight.UNKNOWN);
        assertThat(lasting(outlook.fleet())).isEmpty();
    }

    @Test
    void capacityIsLearntAndHeldAgainstTheLimit() {
        minutes(120, 300);
        // 0.9 = 0.05 + load / 1000 on each of four servers.
        assertThat(outlook.pools().getFirst().capacity().atLimit()).isCloseTo(3400, within(340.0));
        assertThat(outlook.fleet().headroom()).isBetween(0.4, 0.75);
    }

    @Test
    void aRampIsASurgeAndItsEndIsForecast() {
        minutes(180, 300);
        assertThat(lasting(outlook.fleet())).isEmpty();
        for (int i = 0; i < 4 * 25; i++) {
            tick(300 + 3.5 * i, 200);
        }
        assertThat(lasting(outlook.pools().getFirst()))
                .extracting(Detection::kind)
                .contains(Kind.SURGE, Kind.SATURATION);
        LoadOutlook web = outlook.pools().getFirst();
        assertThat(web.forecast().sight()).isEqualTo(Sight.IN_SIGHT);
        double left = (850 - 650) / 3.5 * 15;
        assertThat(web.forecast().low()).isLessThan(left);
        assertThat(web.forecast().high()).isGreaterThan(left);
        assertThat(outlook.pools().getLast().forecast().sight()).isEqualTo(Sight.NOT_IN_SIGHT);
        answer();
        tick(650, 200);
        assertThat(outlook.why().causes()).as("nothing was seen of who").isEmpty();
        assertThat(outlook.why().notSeen()).isNotEmpty();
    }

    /// A ramp that one machine brings, seen in the log.
    private void ramp(boolean answered) {
        for (int i = 0; i < 4 * 25; i++) {
            requests = log(4, i);
            tick(300 + 3.5 * i, 200);
            if (answered) {
                answer();
            }
        }
    }

    private List<LoggedRequest> log(int visitors, int bots) {
        List<LoggedRequest> lines = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            String source = "100.64.0." + random.nextInt(200);
            lines.add(line(now, source, "http://shop.example/", "Mozilla/5.0 Firefox/121.0"));
        }
        for (int i = 0; i < bots; i++) {
            lines.add(line(now, "203.0.113.9", "", "python-requests/2.31"));
        }
        return lines;
    }

    private static LoggedRequest line(long time, String source, String referer, String agent) {
        return new LoggedRequest(time, source, "GET", "/a", 200, 1, referer, agent, "fe", "a");
    }

    @Test
    void whoBringsASurgeIsAskedUntilItIsAnswered() {
        requests = log(4, 0);
        minutes(180, 300);
        assertThat(watch.inquiry()).as("no surge lasts").isNull();
        ramp(false);
        Inquiry first = Objects.requireNonNull(watch.inquiry());
        assertThat(outlook.why().notSeen()).as("it was not answered").isEmpty();
        watch.answered(first, first.answer());
        assertThat(watch.inquiry()).isNull();
        tick(650, 200);
        assertThat(outlook.why().notSeen()).isNotEmpty();
        assertThat(watch.inquiry()).as("asked anew").isNotNull().isNotSameAs(first);
    }

    @Test
    void anAnswerThatComesWhenTheSurgeIsOverIsLeftOut() {
        requests = log(4, 0);
        minutes(180, 300);
        ramp(true);
        tick(650, 200);
        assertThat(outlook.why().causes()).extracting(Cause::kind).contains(Cause.Kind.BOTS);
        Inquiry last = Objects.requireNonNull(watch.inquiry());
        requests = List.of();
        minutes(240, 300);
        assertThat(lasting(outlook.fleet())).isEmpty();
        assertThat(outlook.why().causes()).isEmpty();
        watch.answered(last, last.answer());
        tick(300, 200);
        assertThat(outlook.why().causes()).isEmpty();
    }

    @Test
    void aLineOfNextYearHidesNothing() {
        requests = log(4, 0);
        minutes(90, 300);
        requests = List.of(line(now + 365 * 86_400_000L, "192.0.2.1", "", "x"));
        tick(300, 200);
        requests = log(4, 0);
        minutes(90, 300);
        ramp(true);
        tick(650, 200);
        assertThat(outlook.why().causes()).extracting(Cause::kind).contains(Cause.Kind.BOTS);
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        minutes(120, 300);
        now -= 86_400_000;
        minutes(120, 100);
        int at = outlook.fleet().usual().index(now);
        assertThat(outlook.fleet().usual().mid()[at]).isCloseTo(1200, within(200f));
        assertThat(outlook.pools().getFirst().capacity().atLimit()).isCloseTo(3400, within(340.0));
        assertThat(lasting(outlook.fleet())).as("no fall was seen").isEmpty();
    }

    @Test
    void anAnnouncedRampIsNoSurge() {
        watch = new Watch(List.of(new Campaign("sale", START, START + 86_400_000, 5)));
        minutes(180, 300);
        for (int i = 0; i < 4 * 20; i++) {
            tick(300 + 2 * i, 200);
        }
        assertThat(outlook.pools().getFirst().detections())
                .extracting(Detection::kind)
                .doesNotContain(Kind.SURGE, Kind.SPIKE);
    }

    @Test
    void aCampaignBeyondCapacityIsSaidADayAhead() {
        long tomorrow = START + 26 * 3_600_000L;
        watch =
                new Watch(
                        List.of(
                                new Campaign("big", tomorrow, tomorrow + 3_600_000, 4),
                                new Campaign("small", tomorrow, tomorrow + 3_600_000, 1.2),
                                new Campaign(
                                        "far", tomorrow + 9 * 86_400_000L, Long.MAX_VALUE, 9)));
        minutes(180, 300);
        assertThat(outlook.announced())
                .extracting(a -> a.campaign().name())
                .containsExactly("big", "small");
        assertThat(outlook.announced().getFirst().tooMuch()).isTrue();
        assertThat(outlook.announced().getLast().tooMuch()).isFalse();
    }

    @Test
    void aHogIsFoundAndNamedByTheProcessThatRoseAsItDid() {
        minutes(60, 300);
        Server server = SERVERS.get(2);
        processes =
                Map.of(
                        server,
                        List.of(
                                new ProcessShare(Map.of(), "java", 1.6f, 1.5f, 4, now),
                                new ProcessShare(Map.of(), "backup-agent", 1.2f, 0.1f, 4, now)));
        hogs[2] = 0.27f;
        minutes(3, 300);
        assertThat(outlook.findings())
                .singleElement()
                .returns("web-2", Finding::server)
                .returns("backup-agent", Finding::process);
        assertThat(outlook.findings().getFirst().processCpu()).isCloseTo(0.3, within(0.01));
        processes = Map.of();
        minutes(1, 300);
        assertThat(outlook.findings()).singleElement().returns("", Finding::process);
        processes =
                Map.of(
                        server,
                        List.of(
                                new ProcessShare(Map.of(), "java", 2.4f, 1.5f, 4, now),
                                new ProcessShare(Map.of(), "backup-agent", 1.2f, 1.2f, 4, now)));
        minutes(1, 300);
        assertThat(outlook.findings())
                .as("it is usual by now, and still the one")
                .singleElement()
                .returns("backup-agent", Finding::process);
    }

    @Test
    void whatWasLearntElsewhereTakesThePlaceOfWhatWasSeen() {
        LoadWatch taught = watch.novice();
        for (int minute = 0; minute < 20 * 1440; minute++) {
            taught.add(START - 20 * 86_400_000L + minute * 60_000L, 1200, Double.NaN);
        }
        watch.learnt(Watch.FLEET, taught);
        tick(100, 100);
        assertThat(outlook.fleet().usual().learning()).isFalse();
        int at = outlook.fleet().usual().index(now);
        assertThat(outlook.fleet().usual().mid()[at]).isCloseTo(1200, within(30f));
        assertThat(outlook.pools().getFirst().usual().learning()).isTrue();
    }
}
