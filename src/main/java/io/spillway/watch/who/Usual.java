package io.spillway.watch.who;

/// How browsers behave before a surge: the measure of what is machine-like in it.
///
/// @param requests of one client in one stretch of time, on average
/// @param referred share of requests with a referer, 0..1
/// @param files share of requests for a page's own files, 0..1
/// @param failed share of all requests that failed, 0..1
record Usual(double requests, double referred, double files, double failed) {
    /// Of the time before, in stretches of `stretch` milliseconds; clients with far more than the
    /// average are left out of it.
    static Usual of(Events events, long stretch) {
        var clients = new Tally();
        for (int i = 0; i < events.size; i++) {
            if (visitor(events, i)) {
                clients.of(Tally.pair(events.source[i], chunk(events, i, stretch)));
            }
        }
        int[] counts = new int[clients.size()];
        long all = 0;
        for (int i = 0; i < events.size; i++) {
            if (visitor(events, i)) {
                counts[clients.of(Tally.pair(events.source[i], chunk(events, i, stretch)))]++;
                all++;
            }
        }
        double mean = counts.length == 0 ? Double.NaN : (double) all / counts.length;
        double top = 8 * mean;
        double kept = 0;
        int clientsKept = 0;
        for (int count : counts) {
            if (count <= top) {
                kept += count;
                clientsKept++;
            }
        }
        double visits = events.before(i -> visitor(events, i));
        double referred =
                events.before(i -> visitor(events, i) && events.referer(i) != Traits.NO_REFERER);
        double files = events.before(i -> visitor(events, i) && events.isStatic(i));
        return new Usual(
                clientsKept == 0 ? 1 : kept / clientsKept,
                visits == 0 ? 0 : referred / visits,
                visits == 0 ? 0 : files / visits,
                events.before(events::failed) / Math.max(1e-9, events.before(i -> true)));
    }

    static int chunk(Events events, int i, long stretch) {
        return (int) Math.floorDiv(events.time[i] - events.start, stretch);
    }

    private static boolean visitor(Events events, int i) {
        return events.before[i] > 0 && events.agentClass(i) == AgentClass.BROWSER;
    }

    /// True if visitors send referers, so that their absence says something.
    boolean tellsByReferer() {
        return referred > 0.3;
    }

    /// True if visitors ask for a page's own files, so that their absence says something.
    boolean tellsByStatic() {
        return files > 0.2;
    }
}
