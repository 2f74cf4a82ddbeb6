package io.spillway.evaluate;

import io.spillway.fleet.LoggedRequest;
import io.spillway.watch.who.Cause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Plants surges of 1.5 to 4 times into base traffic that runs evenly through two windows.
final class Mixes {
    private static final long ORIGIN = 1_700_000_000_000L;

    private final AccessLog log;
    private final Random random;
    private final long window;
    private final long start;
    private final List<LoggedRequest> mixed = new ArrayList<>();
    private final List<LoggedRequest> before = new ArrayList<>();
    private final List<LoggedRequest> during = new ArrayList<>();
    private final double factor;
    private int extra;
    private String what = "";

    private Mixes(AccessLog log, Random random) {
        this.log = log;
        this.random = random;
        window = (20 + random.nextInt(100)) * 60_000L;
        start = ORIGIN + window;
        factor = 1.5 + 2.5 * random.nextDouble();
        int size = log.requests.size();
        boolean same = random.nextBoolean();
        what = same ? " of the same" : "";
        for (int i = 0; i < size; i++) {
            var request = log.requests.get(i);
            long time = ORIGIN + (same ? 1 : 2) * window * i / size;
            (time < start ? before : during).add(AccessLog.at(request, time));
            if (same) {
                during.add(AccessLog.at(request, time + window));
            }
        }
    }

    /// A mix of the causes in equal parts; of none, everything is multiplied.
    static Mix of(AccessLog log, Random random, Kind... planted) {
        var mixes = new Mixes(log, random);
        int more = (int) ((mixes.factor - 1) * mixes.during.size());
        mixes.mixed.addAll(mixes.before);
        mixes.mixed.addAll(mixes.during);
        if (planted.length == 0) {
            mixes.extra = more;
            mixes.scale();
        }
        for (Kind kind : planted) {
            mixes.extra = more / planted.length;
            switch (kind) {
                case BOTS -> mixes.crawl();
                case CAMPAIGN -> mixes.campaign();
                case RETRY_STORM -> mixes.retry();
                case NEW_USERS -> mixes.grow();
            }
        }
        String what = String.format("x%.2f%s", mixes.factor, mixes.what);
        return new Mix(
                what, mixes.mixed, mixes.start, mixes.start + mixes.window, List.of(planted));
    }

    private void put(LoggedRequest request) {
        if (extra > 0 && request.time() < start + window) {
            mixed.add(request);
            extra--;
        }
    }

    private long sometime() {
        return start + (long) (random.nextDouble() * window);
    }

    private String address() {
        return (11 + random.nextInt(180))
                + "."
                + random.nextInt(256)
                + "."
                + random.nextInt(256)
                + "."
                + (1 + random.nextInt(254));
    }

    private void scale() {
        while (extra > 0) {
            var request = during.get(random.nextInt(during.size()));
            put(AccessLog.at(request, sometime()));
        }
    }

    private void crawl() {
        int sources = 1 + random.nextInt(10);
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            addresses.add(address());
        }
        String agent =
                switch (random.nextInt(4)) {
                    case 0 -> "Mozilla/5.0 (compatible; AcmeBot/1.1; +http://acme.example/bot)";
                    case 1 -> "python-requests/2.31.0";
                    case 2 -> "";
                    default -> log.browser(random);
                };
        int way = random.nextInt(3);
        String page = log.page(random);
        what += " crawler of " + sources + " way " + way + " '" + agent + "'";
        while (extra > 0) {
            String path =
                    way == 0 ? page : way == 1 ? "/old/" + random.nextInt(5000) : log.page(random);
            put(
                    AccessLog.get(
                            sometime(),
                            addresses.get(random.nextInt(sources)),
                            path,
                            way == 1 ? 404 : 200,
                            "",
                            agent));
        }
    }

    private void campaign() {
        String landing = random.nextBoolean() ? log.page(random) : "/spring-offer";
        String referer = "https://news.example.org/item/" + random.nextInt(1000);
        what += " campaign to " + landing;
        while (extra > 0) {
            String source = address();
            String agent = log.browser(random);
            long time = sometime();
            put(AccessLog.get(time, source, landing, 200, referer, agent));
            for (int i = random.nextInt(5); i > 0; i--) {
                put(
                        AccessLog.get(
                                time + random.nextInt(2000),
                                source,
                                "/images/" + random.nextInt(8) + ".png",
                                200,
                                "http://semicomplete.com" + landing,
                                agent));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                time += 5_000 + random.nextInt(60_000);
                put(
                        AccessLog.get(
                                time,
                                source,
                                log.page(random),
                                200,
                                "http://semicomplete.com" + landing,
                                agent));
            }
        }
    }

    private void retry() {
        int status = new int[] {500, 502, 503, 504}[random.nextInt(4)];
        int clients = 20 + random.nextInt(200);
        long lead = (2 + random.nextInt(5)) * 60_000L;
        what += " retries of " + clients + " with " + status;
        List<LoggedRequest> failing = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            failing.add(before.get(random.nextInt(before.size())));
        }
        for (LoggedRequest request : failing) {
            long time = start - (long) (random.nextDouble() * lead);
            mixed.add(failed(request, time, status));
        }
        while (extra > 0) {
            put(failed(failing.get(random.nextInt(clients)), sometime(), status));
        }
    }

    private static LoggedRequest failed(LoggedRequest r, long time, int status) {
        return AccessLog.get(time, r.source(), r.path(), status, r.referer(), r.userAgent());
    }

    private void grow() {
        what += " growth";
        while (extra > 0) {
            var session = log.sessions.get(random.nextInt(log.sessions.size()));
            String source = address();
            long begin = sometime();
            for (LoggedRequest request : session) {
                long time = begin + request.time() - session.getFirst().time();
                put(AccessLog.by(request, time, source));
            }
        }
    }
}
