package io.spillway.source.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.LoggedRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
    private static final String HAPROXY =
            "127.0.0.1:36158 [22/Nov/2026:17:07:25.387] fe be/s1 0/0/0/0/1 200 116 - - ----"
                    + " 1/1/0/0/0 0/0 {https://example.org/a?b=c#7Cd|Mozilla/5.0 (X11; Linux"
                    + " x86_64) #22q#22 #7Ba#7Cb#7D #C3#A9} \"GET /a/b.html?x=1&utm_source=mail"
                    + " HTTP/1.1\"";
    private static final String COMBINED =
            "83.149.9.216 - - [17/May/2015:10:05:03 +0000] \"GET /a/b.png HTTP/1.1\" 200 203023"
                    + " \"http://example.com/x/\" \"Mozilla/5.0 (Macintosh) Chrome/32.0\"";

    private final LogLine log = new LogLine(ZoneOffset.UTC);

    private LoggedRequest read(String line) {
        return Objects.requireNonNull(log.read(line), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<134>Nov 22 17:07:25 haproxy[10462]: ",
                "<134>Nov  2 17:07:25 lb-1 haproxy[10462]: ",
                "<142>1 2026-11-22T17:07:25.388827+00:00 - haproxy 10462 - - ",
                "<142>1 2026-11-22T17:07:25Z lb-1 haproxy 1 - [x@1 a=\"b [c] d\"] ",
                "2026-11-22T17:07:25.388827+00:00 lb-1 haproxy[1]: ",
            })
    void haproxyWithAndWithoutSyslogHeader(String header) {
        LoggedRequest request = read(header + HAPROXY + "\n");
        assertThat(request)
                .isEqualTo(
                        new LoggedRequest(
                                Instant.parse("2026-11-22T17:07:25.387Z").toEpochMilli(),
                                "127.0.0.1",
                                "GET",
                                "/a/b.html?x=1&utm_source=mail",
                                200,
                                116,
                                "https://example.org/a?b=c|d",
                                "Mozilla/5.0 (X11; Linux x86_64) \"q\" {a|b} é",
                                "fe",
                                "be/s1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<190>Nov 22 17:07:25 web-1 nginx: ",
                "<190>1 2026-11-22T17:07:25Z web-1 httpd 77 - - ",
                "Nov 22 17:07:25 web-1 httpd[77]: ",
                "example.com:443 ",
            })
    void combinedWithAndWithoutHeader(String header) {
        assertThat(read(header + COMBINED))
                .isEqualTo(
                        new LoggedRequest(
                                Instant.parse("2015-05-17T10:05:03Z").toEpochMilli(),
                                "83.149.9.216",
                                "GET",
                                "/a/b.png",
                                200,
                                203023,
                                "http://example.com/x/",
                                "Mozilla/5.0 (Macintosh) Chrome/32.0",
                                "",
                                ""));
    }

    @Test
    void commonFormatHasNoRefererAndNoAgent() {
        LoggedRequest request =
                read(
                        "2001:db8::1 - ann o'brien [01/Jan/2026:00:30:00 +0130] \"HEAD / HTTP/1.0\" 304 -");
        assertThat(request.source()).isEqualTo("2001:db8::1");
        assertThat(request.time()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z").toEpochMilli());
        assertThat(request.bytes()).isEqualTo(-1);
        assertThat(request.status()).isEqualTo(304);
        assertThat(request.referer()).isEmpty();
        assertThat(request.userAgent()).isEmpty();
    }

    @Test
    void quotesInsideAreGuarded() {
        LoggedRequest request =
                read(
                        "1.2.3.4 - - [17/May/2015:10:05:03 +0000] \"GET /a\\\"b c HTTP/1.1\" 404 12"
                                + " \"-\" \"A \\\"quoted\\\" agent\\\\\"");
        assertThat(request.path()).isEqualTo("/a\\\"b c");
        assertThat(request.status()).isEqualTo(404);
        assertThat(request.userAgent()).isEqualTo("A \\\"quoted\\\" agent\\\\");
    }

    @Test
    void aLineThatWasCutKeepsWhatItHas() {
        LoggedRequest agent = read(COMBINED.substring(0, COMBINED.length() - 6));
        assertThat(agent.userAgent()).isEqualTo("Mozilla/5.0 (Macintosh) Chrome");
        LoggedRequest path = read(HAPROXY.substring(0, HAPROXY.indexOf("&utm")));
        assertThat(path.path()).isEqualTo("/a/b.html?x=1");
    }

    @Test
    void haproxysOwnAnswersAndBadRequests() {
        LoggedRequest refused =
                read(
                        "::1:48792 [22/Nov/2026:17:07:25.409] fe~ fe/<NOSRV> 0/-1/-1/-1/0 429 225 - -"
                                + " PR-- 1/1/0/0/0 0/0 {|curl/7.88.1} \"GET /no HTTP/1.1\"");
        assertThat(refused.source()).isEqualTo("::1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.frontend()).isEqualTo("fe");
        assertThat(refused.server()).isEmpty();
        assertThat(refused.userAgent()).isEqualTo("curl/7.88.1");
        LoggedRequest bad =
                read(
                        "127.0.0.1:41822 [22/Nov/2026:17:09:00.836] fe fe/<NOSRV> -1/-1/-1/-1/0 400 0 -"
                                + " - PR-- 1/1/0/0/0 0/0 \"<BADREQ>\"");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.path()).isEmpty();
        LoggedRequest unknown =
                read(
                        "127.0.0.1:1 [22/Nov/2026:17:09:00.836] fe fe/<NOSRV> -1/-1/-1/-1/0 -1 0 - -"
                                + " CR-- 1/1/0/0/0 0/0 {|} {} \"<BADREQ>\"");
        assertThat(unknown.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "http://r/|curl/7.88.1; http://r/; curl/7.88.1",
                "curl/7.88.1|http://r/; http://r/; curl/7.88.1",
                "|Mozilla/5.0 (X11); ''; Mozilla/5.0 (X11)",
                "-|Mozilla/5.0; ''; Mozilla/5.0",
                "|; ''; ''",
                "http://r/; http://r/; ''",
                "Mozilla/5.0 (X11); ''; Mozilla/5.0 (X11)",
                "www.example.com|http://r/x|Mozilla/5.0 (X11)|text/html; http://r/x; Mozilla/5.0 (X11)",
            })
    void capturesAreKnownByPlaceOrLook(String braces, String referer, String agent) {
        String line = HAPROXY.replaceAll("\\{.*}", "{" + braces + "} {Apache/2.4}");
        LoggedRequest request = read(line);
        assertThat(request.referer()).isEqualTo(referer);
        assertThat(request.userAgent()).isEqualTo(agent);
        assertThat(request.path()).isEqualTo("/a/b.html?x=1&utm_source=mail");
    }

    @Test
    void haproxyInCommonLogFormat() {
        LoggedRequest request =
                read(
                        "<134>Nov 22 17:07:25 haproxy[10462]: 127.0.0.1 - - [22/Nov/2026:17:07:25"
                                + " +0000] \"GET /clf HTTP/1.1\" 200 116 \"\" \"\" 37232 849 \"clf\""
                                + " \"be\" \"s1\" 0 0 0 0 0 ---- 1 1 0 0 0 0 0 \"\" \"\" \"http://r/\""
                                + " \"curl/7.88.1\" ");
        assertThat(request.frontend()).isEqualTo("clf");
        assertThat(request.server()).isEqualTo("be/s1");
        assertThat(request.referer()).isEqualTo("http://r/");
        assertThat(request.userAgent()).isEqualTo("curl/7.88.1");
    }

    @Test
    void anAbsoluteAddressIsShortenedToItsPath() {
        String line =
                HAPROXY.replace("GET /a/b.html?x=1&utm_source=mail HTTP/1.1", "GET %s HTTP/2.0");
        assertThat(read(line.formatted("http://127.0.0.1:80/h2?a=http://b/")).path())
                .isEqualTo("/h2?a=http://b/");
        assertThat(read(line.formatted("https://example.org")).path()).isEqualTo("/");
        assertThat(read(line.formatted("/x?u=http://b/")).path()).isEqualTo("/x?u=http://b/");
        assertThat(read(line.formatted("*")).path()).isEqualTo("*");
    }

    @Test
    void timesWithoutZoneAreLocal() {
        var berlin = new LogLine(ZoneId.of("Europe/Berlin"));
        assertThat(Objects.requireNonNull(berlin.read(HAPROXY)).time())
                .isEqualTo(Instant.parse("2026-11-22T16:07:25.387Z").toEpochMilli());
        assertThat(Objects.requireNonNull(berlin.read(COMBINED)).time())
                .isEqualTo(Instant.parse("2015-05-17T10:05:03Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Server be/s1 is DOWN, reason: Layer4 connection problem",
                "127.0.0.1:49016 [22/Nov/2026:17:07:25.868] tcp betcp/s1 1/0/6 113 -- 1/1/0/0/0 0/0",
                "1.2.3.4 - - [31/Feb/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [17/Mai/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [17/May/2015:25:05:03 +0000] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [17/May/2015:10:61:03 +0000] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [17/May/2015:10:05:03 UTC] \"GET / HTTP/1.1\" 200 1",
                "1.2.3.4 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" huge 1",
                "- - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1",
                "[17/May/2015:10:05:03 +0000",
                "{\"json\": true}",
            })
    void whatIsNoRequestIsCounted(String line) {
        assertThat(log.read(line)).isNull();
        assertThat(log.unreadCount()).isEqualTo(1);
        assertThat(log.read("  \n")).isNull();
        assertThat(log.unreadCount()).isEqualTo(1);
        assertThat(read(COMBINED).status()).isEqualTo(200);
        assertThat(log.readCount()).isEqualTo(1);
    }

    @Property(tries = 2000)
    void noTextThrows(@ForAll String text) {
        log.read(text);
        log.read("1.1.1.1 - - [17/May/2015:10:05:03 +0000] \"" + text);
        log.read("1.1.1.1:1 [22/Nov/2026:17:07:25.387] fe be/s1 0/0/0/0/1 200 " + text);
        assertThat(log.readCount() + log.unreadCount()).isPositive();
    }

    @Property(tries = 2000)
    void noDamageThrows(
            @ForAll boolean haproxy,
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 40) int length,
            @ForAll char with) {
        String line = haproxy ? HAPROXY : COMBINED;
        int at = Math.min(from, line.length());
        int end = Math.min(at + length, line.length());
        log.read(line.substring(0, at) + with + line.substring(end));
        log.read(line.substring(0, at));
        log.read(line.substring(at));
        assertThat(log.readCount() + log.unreadCount()).isPositive();
    }

    @Test
    void aLineTakesAFewMicroseconds() {
        int lines = 20_000;
        for (int warm = 0; warm < 3; warm++) {
            run(lines);
        }
        long from = System.nanoTime();
        run(lines);
        double each = (System.nanoTime() - from) / 1e3 / (2 * lines);
        assertThat(each).as("microseconds a line").isCloseTo(0, within(20.0));
    }

    private void run(int lines) {
        for (int i = 0; i < lines; i++) {
            log.read(HAPROXY);
            log.read(COMBINED);
        }
    }
}
