package io.spillway.evaluate;

import io.spillway.fleet.LoggedRequest;
import io.spillway.watch.who.Cause.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/// The same kinds of surges made in another way, to see that nothing hangs on how they are made:
/// the log keeps its own hours, addresses are counted up, crawlers change agents or share a
/// network, campaigns lose referers or are marked in the query, clients retry until they succeed,
/// and new users come from search engines.
final class ShadowMixes {
    private static final long HOUR = 3_600_000;

    private final AccessLog log;
    private final Random random;
    private final long start;
    private final long now;
    private final List<LoggedRequest> mixed = new ArrayList<>();
    private final List<LoggedRequest> during = new ArrayList<>();
    private final List<LoggedRequest> before = new ArrayList<>();
    private final double factor;
    private int counter;
    private String what = "";

    private ShadowMixes(AccessLog log, Random random) {
        this.log = log;
        this.random = random;
        long first = log.requests.getFirst().time() / HOUR * HOUR;
        int hours = (int) ((log.requests.getLast().time() - first) / HOUR);
        int length = 8 + random.nextInt(Math.clamp(hours / 2 - 8L, 1, 24));
        start = first + (length + random.nextInt(Math.max(1, hours - 2 * length))) * HOUR;
        now = start + length * HOUR;
        factor = 1.5 + 2.5 * random.nextDouble();
        for (LoggedRequest request : log.requests) {
            if (request.time() < now) {
                mixed.add(request);
                (request.time() < start ? before : during).add(request);
            }
        }
    }

    /// A mix of the causes in equal parts; of none, everything is multiplied.
    static Mix of(AccessLog log, Random random, Kind... planted) {
        var mixes = new ShadowMixes(log, random);
        int more = (int) ((mixes.factor - 1) * mixes.during.size());
        if (planted.length == 0) {
            mixes.scale();
        }
        for (Kind kind : planted) {
            List<LoggedRequest> surge = new ArrayList<>();
            while (surge.size() < more / planted.length) {
                switch (kind) {
                    case BOTS -> mixes.crawl(surge, more / planted.length);
                    case CAMPAIGN -> mixes.campaign(surge, more / planted.length);
                    case RETRY_STORM -> mixes.retry(surge, more / planted.length);
                    case NEW_USERS -> mixes.grow(surge, more / planted.length);
                }
            }
            mixes.mixed.addAll(surge.subList(0, more / planted.length));
        }
        String what = String.format("x%.2f of %d%s", mixes.factor, mixes.during.size(), mixes.what);
        return new Mix(what, mixes.mixed, mixes.start, mixes.now, List.of(planted));
    }

    private long sometime() {
        long hour = start + random.nextLong((now - start) / HOUR) * HOUR;
        return hour + 5 * 60_000 + random.nextInt(60) * 1000L;
    }

    private String next() {
        counter++;
        return "10." + (counter >> 16) + "." + (counter >> 8 & 255) + "." + (counter & 255);
    }

    /// Whole numbers of copies, and some requests once more.
    private void scale() {
        for (LoggedRequest request : during) {
            int copies = (int) factor - 1 + (random.nextDouble() < factor % 1 ? 1 : 0);
            for (int i = 0; i < copies; i++) {
                mixed.add(request);
            }
        }
    }

    private void crawl(List<LoggedRequest> surge, int many) {
        boolean network = random.nextBoolean();
        boolean changing = network || random.nextBoolean();
        int sources = network ? 40 + random.nextInt(200) : 1 + random.nextInt(10);
        String single = log.browser(random);
        boolean shop = random.nextBoolean();
        what += " crawler net=" + network + " changing=" + changing + " of " + sources;
        for (int i = 0; i < many; i++) {
            String source =
                    network
                            ? "203.0.113." + random.nextInt(sources)
                            : "198.18." + 17 * random.nextInt(sources) + ".9";
            String path = shop ? "/product?id=" + i : log.page(random);
            String agent = changing ? log.browser(random) : single;
            long time = start + (now - start) * i / many;
            surge.add(AccessLog.get(time, source, path, 200, "", agent));
        }
    }

    private void campaign(List<LoggedRequest> surge, int many) {
        boolean marked = random.nextBoolean();
        String landing = marked ? "/landing?utm_source=mail&utm_campaign=may" : "/landing";
        what += " campaign marked=" + marked;
        while (surge.size() < many) {
            String source = next();
            String agent = log.browser(random);
            long time = sometime();
            boolean lost = random.nextInt(4) == 0;
            String referer = marked || lost ? "" : "http://t.example/";
            surge.add(AccessLog.get(time, source, landing, 200, referer, agent));
            surge.add(AccessLog.get(time, source, "/style2.css", 200, "", agent));
            surge.add(AccessLog.get(time, source, "/images/jordan-80.png", 200, "", agent));
            if (random.nextInt(3) == 0) {
                surge.add(AccessLog.get(time + 9000, source, log.page(random), 200, "", agent));
            }
        }
    }

    private void retry(List<LoggedRequest> surge, int many) {
        int[] statuses = {429, 503, 504};
        List<LoggedRequest> pages =
                new ArrayList<>(
                        new LinkedHashSet<>(
                                during.stream().filter(r -> !r.path().contains(".")).toList()));
        what += " retries";
        for (int i = 0; i < 30; i++) {
            LoggedRequest early = before.get(before.size() - 1 - random.nextInt(60));
            mixed.add(
                    AccessLog.get(start - 60_000L * i, early.source(), early.path(), 503, "", ""));
        }
        while (surge.size() < many) {
            LoggedRequest page = pages.get(random.nextInt(pages.size()));
            int tries = 2 + random.nextInt(12);
            int status = statuses[random.nextInt(3)];
            for (int i = 0; i < tries; i++) {
                surge.add(
                        AccessLog.get(
                                page.time() + i * 2000L,
                                page.source(),
                                page.path(),
                                i == tries - 1 && random.nextInt(4) == 0 ? 200 : status,
                                page.referer(),
                                page.userAgent()));
            }
        }
    }

    private void grow(List<LoggedRequest> surge, int many) {
        boolean search = random.nextBoolean();
        what += " growth search=" + search;
        String[] engines = {"https://www.google.com/", "https://www.google.de/url", ""};
        while (surge.size() < many) {
            var session = log.sessions.get(random.nextInt(log.sessions.size()));
            String source = next();
            long time = sometime();
            for (int i = 0; i < session.size(); i++) {
                LoggedRequest r = session.get(i);
                String referer = i == 0 && search ? engines[random.nextInt(3)] : r.referer();
                surge.add(
                        AccessLog.get(
                                Math.min(now - 1, time + i * 500L),
                                source,
                                r.path(),
                                r.status(),
                                referer,
                                r.userAgent()));
            }
        }
    }
}
