package io.spillway.watch.who;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// The clients that are neither machines nor repeating what failed: what each brings before and
/// during a surge, where it came from and what it asked for first.
final class Visits {
    final Tally clients = new Tally();
    final double[] before;
    final double[] during;

    /// Where a client comes from: the first foreign mark of its requests, 0 if there is none.
    final int[] markBefore;

    final int[] markDuring;

    /// The first page that a client asks for.
    final int[] landingBefore;

    final int[] landingDuring;

    /// The kind of the mark during the surge, as in Traits.
    final byte[] kindDuring;

    final byte[] kindBefore;

    private final Events events;
    private final IntPredicate which;
    private final long[] firstPage;
    private final long[] firstMark;
    private final Tally own = new Tally();

    Visits(Events events, IntPredicate which) {
        this.events = events;
        this.which = which;
        for (int i = 0; i < events.size; i++) {
            if (which.test(i)) {
                clients.of(events.source[i]);
            }
        }
        int n = clients.size();
        before = new double[n];
        during = new double[n];
        markBefore = new int[n];
        markDuring = new int[n];
        landingBefore = new int[n];
        landingDuring = new int[n];
        kindBefore = new byte[n];
        kindDuring = new byte[n];
        firstPage = new long[2 * n];
        firstMark = new long[2 * n];
        Arrays.fill(firstPage, Long.MAX_VALUE);
        Arrays.fill(firstMark, Long.MAX_VALUE);
        findOwnHosts();
        for (int i = 0; i < events.size; i++) {
            if (which.test(i)) {
                add(i, clients.find(events.source[i]));
            }
        }
    }

    /// The site's own pages send most referers, and send them for a page's own files.
    private void findOwnHosts() {
        var hosts = new Tally();
        double[] all = new double[events.size + 1];
        double[] files = new double[events.size + 1];
        double sum = 0;
        for (int i = 0; i < events.size; i++) {
            if (events.before[i] > 0 && events.referer(i) == Traits.HOST) {
                int host = hosts.of(events.mark[i]);
                all[host] += events.before[i];
                files[host] += events.isStatic(i) ? events.before[i] : 0;
                sum += events.before[i];
            }
        }
        for (int host = 0; host < hosts.size(); host++) {
            if (all[host] > 0.15 * sum
                    || (all[host] > 0.05 * sum && files[host] > 0.3 * all[host])) {
                own.of(hosts.key(host));
            }
        }
    }

    private void add(int i, int client) {
        boolean now = events.during[i] > 0;
        before[client] += events.before[i];
        during[client] += events.during[i];
        int slot = now ? 2 * client : 2 * client + 1;
        if (!events.isStatic(i) && events.time[i] < firstPage[slot]) {
            firstPage[slot] = events.time[i];
            (now ? landingDuring : landingBefore)[client] = events.path[i];
        }
        int kind = events.referer(i);
        boolean foreign =
                kind >= Traits.SEARCH || (kind == Traits.HOST && own.find(events.mark[i]) < 0);
        if (foreign && events.time[i] < firstMark[slot]) {
            firstMark[slot] = events.time[i];
            (now ? markDuring : markBefore)[client] = events.mark[i];
            (now ? kindDuring : kindBefore)[client] = (byte) kind;
        }
    }

    /// How many clients each of these stands for.
    double each() {
        return events.each;
    }

    /// True if a request is one of these clients'.
    boolean has(int i) {
        return which.test(i);
    }

    /// Clients seen in one stretch of time before, on average, leaving out some clients.
    double clientsBefore(long stretch, IntPredicate without) {
        double[] counts = counts(stretch, without);
        return events.each * Arrays.stream(counts).average().orElse(0);
    }

    /// How much that number differs between stretches (standard deviation, at least the square
    /// root).
    double spreadBefore(long stretch, IntPredicate without) {
        double[] counts = counts(stretch, without);
        double mean = Arrays.stream(counts).average().orElse(0);
        double squares = Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum();
        double spread = counts.length < 3 ? 0 : Math.sqrt(squares / (counts.length - 1));
        return events.each * Math.max(spread, 1.5 * Math.sqrt(mean));
    }

    /// Clients seen in one stretch of the surge, on average.
    double clientsDuring(long stretch, IntPredicate without) {
        var pairs = new Tally();
        for (int i = 0; i < events.size; i++) {
            if (events.during[i] > 0 && counts(i, without)) {
                pairs.of(Tally.pair(events.source[i], Usual.chunk(events, i, stretch)));
            }
        }
        double parts = Math.max(1, events.length() / (double) stretch);
        return events.each * pairs.size() / parts;
    }

    private double[] counts(long stretch, IntPredicate without) {
        int chunks = (int) Math.max(1, Math.round((events.start - events.from) / (double) stretch));
        double[] counts = new double[chunks];
        var pairs = new Tally();
        for (int i = 0; i < events.size; i++) {
            if (events.before[i] > 0 && counts(i, without)) {
                int chunk = Usual.chunk(events, i, stretch);
                int size = pairs.size();
                if (pairs.of(Tally.pair(events.source[i], chunk)) == size) {
                    counts[Math.clamp(-1L - chunk, 0, chunks - 1)]++;
                }
            }
        }
        return counts;
    }

    private boolean counts(int i, IntPredicate without) {
        return which.test(i) && !without.test(clients.find(events.source[i]));
    }
}
