package io.spillway.evaluate;

import io.spillway.fleet.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small site's access log, made up: visitors with referers, pages and their files, some of them
/// again and again, and the usual crawlers.
final class Traffic {
    private static final String OWN = "http://shop.example";
    private static final String[] BROWSERS = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) Version/17.2 Mobile Safari/604.1",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_2) Version/17.2 Safari/605.1"
    };
    private static final String[] ENTRIES = {
        "", "", "https://www.google.com/", "https://www.bing.com/", "https://friend.example/links"
    };

    private final Random random;
    private final List<LoggedRequest> requests = new ArrayList<>();
    private long time = 1_600_000_000_000L;

    private Traffic(Random random) {
        this.random = random;
    }

    /// A log of about `size` requests in the order of time.
    static AccessLog log(Random random, int size) {
        var traffic = new Traffic(random);
        while (traffic.requests.size() < size) {
            if (random.nextInt(6) == 0) {
                traffic.crawler();
            } else {
                traffic.visit();
            }
            traffic.time += 150_000 + random.nextInt(150_000);
        }
        return AccessLog.of(traffic.requests);
    }

    private void visit() {
        // Every third visitor was here before.
        boolean again = random.nextInt(3) == 0;
        String source =
                again ? "100.64.1." + random.nextInt(60) : "100.65." + number() + "." + number();
        String agent = BROWSERS[random.nextInt(BROWSERS.length)];
        String referer = ENTRIES[random.nextInt(ENTRIES.length)];
        int pages = 1 + random.nextInt(3);
        for (int p = 0; p < pages; p++) {
            String page = "/page/" + (int) Math.abs(random.nextGaussian() * 12);
            put(source, page, referer, agent);
            referer = OWN + page;
            for (int file = random.nextInt(4); file > 0; file--) {
                put(source, "/files/" + file + ".css", referer, agent);
            }
        }
    }

    private void crawler() {
        int which = random.nextInt(3);
        String agent = "Mozilla/5.0 (compatible; Bot" + which + "/1.0; +http://bot.example/)";
        for (int i = random.nextInt(6); i >= 0; i--) {
            put("100.66.0." + which, "/page/" + random.nextInt(40), "", agent);
        }
    }

    private int number() {
        return random.nextInt(256);
    }

    private void put(String source, String path, String referer, String agent) {
        time += random.nextInt(700);
        requests.add(AccessLog.get(time, source, path, 200, referer, agent));
    }
}
