package io.spillway.watch.who;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Mozilla/5.0 (Windows NT 6.1, WOW64) Chrome/32.0 Safari/537.36; BROWSER",
                "Mozilla/5.0 (compatible, MSIE 9.0, Windows NT 6.1); BROWSER",
                "Opera/9.80 (X11, Linux x86_64) Presto/2.12; BROWSER",
                "Mozilla/5.0 (compatible, Googlebot/2.1, +http://www.google.com/bot.html); CRAWLER",
                "Mozilla/5.0 (X11) HeadlessChrome/120.0; CRAWLER",
                "python-requests/2.31.0; SCRIPT",
                "curl/8.5.0; SCRIPT",
                "Tiny Tiny RSS/1.11 (http://tt-rss.org/); SCRIPT",
                "-; EMPTY",
                "''; EMPTY",
            })
    void agentsAreTold(String text, AgentClass expected) {
        assertThat(AgentClass.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.Example.org:8080/a?b, example.org, false",
        "https://www.google.co.uk/url?q=x, google.co.uk, true",
        "https://r.search.yahoo.com/, r.search.yahoo.com, true",
        "android-app://com.google.android.googlequicksearchbox/, com.google.android.googlequicksearchbox, true",
        "https://mail.google.com/, mail.google.com, false",
        "https://news.example.com, news.example.com, false",
        "https://google, google, false",
        "-, '', false",
        "://, '', false",
    })
    void referersAreReduced(String referer, String host, boolean search) {
        assertThat(Referers.host(referer)).isEqualTo(host);
        assertThat(Referers.isSearch(host)).isEqualTo(search);
    }

    @ParameterizedTest
    @CsvSource({
        "/a?utm_source=mail&utm_campaign=may, utm_campaign=may",
        "/a?x=1&utm_source=mail, utm_source=mail",
        "/a?gclid=Abc123, gclid",
        "/a?noutm_source=mail, ''",
        "/utm_source=mail, ''",
    })
    void campaignsAreMarkedInTheQuery(String path, String mark) {
        assertThat(Referers.campaign(path)).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "2001:db8:1:2::7, 2001:db8:1::/48",
        "2001:db8::7, 2001:db8::/48",
        "::1, ::/48",
        "unix, unix",
    })
    void networksOfAddresses(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }

    @Property(tries = 300)
    void aSketchNeverCountsTooLittleAndKeepsWhatIsHeavy(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 40) Integer> stream) {
        var sketch = new SpaceSaving(10);
        Map<String, Integer> truth = new HashMap<>();
        for (int value : stream) {
            // Squaring makes some keys much heavier than others.
            String key = String.valueOf(value * value / 100);
            sketch.add(key, 1);
            truth.merge(key, 1, Integer::sum);
        }
        assertThat(sketch.keys()).hasSizeLessThanOrEqualTo(10);
        truth.forEach((key, count) -> {
            if (count > stream.size() / 10) {
                assertThat(sketch.of(key)).isGreaterThanOrEqualTo(count);
            }
        });
    }

    @Property(tries = 200)
    void keysAreNumberedOnce(@ForAll List<Long> keys) {
        var tally = new Tally();
        Map<Long, Integer> truth = new HashMap<>();
        for (long key : keys) {
            if (key != Long.MIN_VALUE) {
                truth.putIfAbsent(key, truth.size());
                assertThat(tally.of(key)).isEqualTo(truth.get(key));
            }
        }
        assertThat(tally.size()).isEqualTo(truth.size());
        truth.forEach((key, number) -> assertThat(tally.key(number)).isEqualTo(key));
    }

    @Property(tries = 100)
    void aSampleStaysSmallAndStandsForAll(@ForAll @IntRange(min = 1, max = 20_000) int many) {
        var names = new Names();
        var traits = new Traits(names);
        var sample = new Sample(1000);
        for (int i = 0; i < many; i++) {
            traits.time = i * 1000L;
            sample.add(traits, Math.min(30, Long.numberOfTrailingZeros(Names.mix(i))));
        }
        assertThat(sample.size()).isLessThanOrEqualTo(1000);
        var events = Events.of(sample, 0, many * 500L, many * 1000L);
        double all = events.before(i -> true) + events.during(i -> true);
        assertThat(all).isBetween(many * 0.8 - 2, many * 1.2 + 2);
    }
}
