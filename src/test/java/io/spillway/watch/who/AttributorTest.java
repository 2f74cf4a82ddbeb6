package io.spillway.watch.who;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.fleet.LoggedRequest;
import io.spillway.watch.who.Cause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributorTest {
    private static final long MINUTE = 60_000;
    private static final long START = 1_700_000_040_000L;
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/121.0";

    private final Random random = new Random(7);

    private static LoggedRequest get(
            long time, String source, String path, String referer, String agent) {
        return new LoggedRequest(time, source, "GET", path, 200, 1, referer, agent, "fe", "be/s1");
    }

    /// Ten minutes of visitors, about `perMinute` requests each.
    private void visitors(Attributor attributor, long from, int perMinute) {
        for (int i = 0; i < 10 * perMinute; i++) {
            long time = from + MINUTE * i / perMinute;
            String source = "100.64." + random.nextInt(8) + "." + random.nextInt(100);
            String path = i % 3 == 0 ? "/page/" + random.nextInt(20) : "/files/a.css";
            String referer = random.nextInt(5) == 0 ? "" : "http://shop.example/";
            attributor.add(get(time, source, path, referer, BROWSER));
        }
    }

    @Test
    void sevenSourcesAreNamedWithTheirNumbers() {
        var attributor = new Attributor();
        visitors(attributor, START - 10 * MINUTE, 120);
        visitors(attributor, START, 120);
        for (int i = 0; i < 1800; i++) {
            long time = START + 10 * MINUTE * i / 1800;
            attributor.add(get(time, "203.0.113." + i % 7, "/login", "", "python-requests/2.31"));
        }
        Attribution said = attributor.ask(START, START + 10 * MINUTE).answer();
        assertThat(said.causes()).hasSize(1);
        Cause bots = said.causes().getFirst();
        assertThat(bots.kind()).isEqualTo(Kind.BOTS);
        assertThat(bots.confidence()).isEqualTo(Cause.Confidence.LIKELY);
        assertThat(bots.share()).isBetween(0.9, 1.0);
        assertThat(bots.evidence().getFirst()).startsWith("7 sources bring 100 % of the increase");
        assertThat(bots.evidence())
                .anyMatch(e -> e.contains("python-requests/2.31"))
                .anyMatch(e -> e.startsWith("no referer on 100 %"))
                .anyMatch(e -> e.startsWith("1 path for 100 % of it: /login"));
        assertThat(said.notSeen())
                .anyMatch(e -> e.startsWith("cookies"))
                .noneMatch(e -> e.startsWith("referers"));
    }

    @Test
    void anInquiryKnowsNothingOfWhatIsSeenLater() {
        var attributor = new Attributor();
        visitors(attributor, START - 10 * MINUTE, 120);
        visitors(attributor, START, 240);
        for (int poll = 0; poll < 40; poll++) {
            attributor.keys(START + (poll - 20) * 30_000L, rates(poll < 20 ? 1 : 50));
        }
        Inquiry inquiry = attributor.ask(START, START + 10 * MINUTE);
        Attribution said = inquiry.answer();
        for (int i = 0; i < 20_000; i++) {
            String other = "other" + i % 5_000;
            attributor.add(get(START + i, other, "/" + other, "", other));
            attributor.keys(START + 10 * MINUTE - 1, rates(9_000));
        }
        assertThat(inquiry.answer()).isEqualTo(said);
        assertThat(attributor.ask(START, START + 10 * MINUTE).answer()).isNotEqualTo(said);
        assertThat(said.causes()).isNotEmpty();
    }

    private static List<KeyRate> rates(float requests) {
        return List.of(
                new KeyRate(Dimension.SOURCE, "192.0.2.1", requests, 0, 0, 0),
                new KeyRate(Dimension.SOURCE, "192.0.2.2", 2, 0, 0, 0));
    }

    @Test
    void aSteadyCrawlerIsCalledRegular() {
        var attributor = new Attributor();
        visitors(attributor, START - 10 * MINUTE, 6);
        visitors(attributor, START, 6);
        for (int i = 0; i < 100; i++) {
            attributor.add(get(START + 6000L * i, "203.0.113.9", "/p/" + i, "", BROWSER));
        }
        assertThat(
                        attributor
                                .ask(START, START + 10 * MINUTE)
                                .answer()
                                .causes()
                                .getFirst()
                                .evidence())
                .anyMatch(e -> e.equals("regular: one request every 6 s"));
    }

    @Test
    void nothingIsSaidOfWhatDidNotGrow() {
        var attributor = new Attributor();
        visitors(attributor, START - 10 * MINUTE, 120);
        visitors(attributor, START, 125);
        assertThat(attributor.ask(START, START + 10 * MINUTE).answer().causes()).isEmpty();
    }

    @Test
    void withoutAPastNothingIsClaimed() {
        var attributor = new Attributor();
        visitors(attributor, START, 400);
        Attribution said = attributor.ask(START, START + 10 * MINUTE).answer();
        assertThat(said.causes()).isEmpty();
        assertThat(said.notSeen()).anyMatch(e -> e.startsWith("what was usual"));
        assertThat(new Attributor().ask(START, START).answer().causes()).isEmpty();
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        var forwards = new Attributor();
        var backwards = new Attributor();
        List<LoggedRequest> lines = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            long time = START + (i < 1000 ? -10 * MINUTE + i * 600L : (i - 1000) * 300L);
            String source =
                    i < 1000 || i % 2 == 0
                            ? "100.64.0." + (i < 1000 ? i : i / 2) % 250
                            : "203.0.113.1";
            lines.add(get(time, source, "/p/" + i % 9, "", BROWSER));
        }
        lines.forEach(forwards::add);
        lines.reversed().forEach(backwards::add);
        Attribution said = forwards.ask(START, START + 10 * MINUTE).answer();
        assertThat(said.causes()).isNotEmpty();
        assertThat(backwards.ask(START, START + 10 * MINUTE).answer().causes())
                .extracting(Cause::kind)
                .isEqualTo(said.causes().stream().map(Cause::kind).toList());
    }

    @Test
    void memoryIsBoundedAndBotsAreStillSeenInASample() {
        var attributor = new Attributor(8192);
        for (int i = 0; i < 400_000; i++) {
            boolean surge = i >= 100_000;
            long time = START + (surge ? (i - 100_000) * 2L : (i - 100_000) * 6L);
            boolean bot = surge && i % 3 != 0;
            String source =
                    bot ? "203.0.113." + i % 5 : "100." + i % 97 + "." + i % 251 + "." + i % 13;
            String path = bot ? "/search" : "/page/" + random.nextInt(1_000_000);
            attributor.add(get(time, source, path, bot ? "" : "http://shop.example/", BROWSER));
        }
        assertThat(attributor.kept()).isLessThanOrEqualTo(2 * 8192);
        Attribution said = attributor.ask(START, START + 10 * MINUTE).answer();
        assertThat(said.causes()).isNotEmpty();
        assertThat(said.causes().getFirst().kind()).isEqualTo(Kind.BOTS);
        assertThat(said.causes().getFirst().share()).isBetween(0.85, 1.0);
    }

    private static KeyRate rate(Dimension dimension, String key, double requests, double errors) {
        return new KeyRate(dimension, key, (float) requests, Float.NaN, (float) errors, Float.NaN);
    }

    @Test
    void stickTablesAloneNameTheTopTalkers() {
        var attributor = new Attributor();
        for (long time = START - 20 * MINUTE; time < START + 10 * MINUTE; time += 10_000) {
            List<KeyRate> keys = new ArrayList<>();
            keys.add(rate(Dimension.FRONTEND, "fe", time < START ? 100 : 220, 0));
            for (int i = 0; i < 20; i++) {
                keys.add(rate(Dimension.SOURCE, "100.64.0." + i, 2, 0));
            }
            for (int i = 0; i < 3 && time >= START; i++) {
                keys.add(rate(Dimension.SOURCE, "203.0.113." + i, 30, 0));
            }
            attributor.keys(time, keys);
        }
        Attribution said = attributor.ask(START, START + 10 * MINUTE).answer();
        assertThat(said.causes()).hasSize(1);
        assertThat(said.causes().getFirst().kind()).isEqualTo(Kind.BOTS);
        assertThat(said.causes().getFirst().share()).isBetween(0.7, 0.8);
        assertThat(said.causes().getFirst().evidence().getFirst())
                .startsWith("3 sources bring 75 % of the increase");
        assertThat(said.notSeen())
                .contains("referers and paths: no access log is configured")
                .noneMatch(e -> e.startsWith("sources"));
    }

    @Test
    void stickTablesWhereEveryKeyGrewAlikeNameNobody() {
        var attributor = new Attributor();
        for (long time = START - 20 * MINUTE; time < START + 10 * MINUTE; time += 10_000) {
            List<KeyRate> keys = new ArrayList<>();
            double factor = time < START ? 1 : 3;
            keys.add(rate(Dimension.FRONTEND, "fe", 100 * factor, 0));
            for (int i = 0; i < 20; i++) {
                keys.add(rate(Dimension.SOURCE, "100.64.0." + i, i * factor, 0));
            }
            attributor.keys(time, keys);
        }
        assertThat(attributor.ask(START, START + 10 * MINUTE).answer().causes()).isEmpty();
    }

    @Test
    void errorsBeforeTheLoadAreARetryStorm() {
        var attributor = new Attributor();
        for (long time = START - 20 * MINUTE; time < START + 10 * MINUTE; time += 10_000) {
            boolean early = time >= START - 3 * MINUTE && time < START;
            double load = time < START ? 100 : 250;
            double errors = time >= START ? 140 : early ? 10 : 0.1;
            attributor.keys(time, List.of(rate(Dimension.FRONTEND, "fe", load, errors)));
        }
        Attribution said = attributor.ask(START, START + 10 * MINUTE).answer();
        assertThat(said.causes()).extracting(Cause::kind).containsExactly(Kind.RETRY_STORM);
        assertThat(said.causes().getFirst().evidence().getFirst()).startsWith("93 %");
    }
}
