package io.spillway.watch.who;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.LoggedRequest;
import java.util.List;

/// Says who brings a surge, from what access logs and the balancer's own counters tell: it compares
/// the surge with the time before it.
///
/// It keeps a bounded amount whatever comes: everything while there is little, of busy traffic a
/// sample. Requests may come late and out of order. Not safe for use by several threads.
public final class Attributor {
    private static final int MOST = 1 << 16;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final int MOST_STRETCHES = 12;

    /// Requests of one client in one minute that are kept for how clients behave.
    private static final int PER_MINUTE = 64;

    private final Names names = new Names();
    private final Traits traits = new Traits(names);
    private final Sample requests;
    private final Sample clients;
    private final Talkers talkers = new Talkers();
    private final Seen seen = new Seen();
    private final short[] perMinute = new short[1 << 14];
    private long minute;
    private long number;

    /// One that keeps about 10 MB at most.
    public Attributor() {
        this(MOST);
    }

    /// @param most requests kept in each of two samples
    Attributor(int most) {
        requests = new Sample(most);
        clients = new Sample(most);
    }

    /// Takes a request into account; takes a few microseconds at most.
    public void add(LoggedRequest request) {
        traits.of(request);
        seen.log(request);
        requests.add(traits, luck(number++));
        if (traits.time / MINUTE != minute) {
            minute = traits.time / MINUTE;
            java.util.Arrays.fill(perMinute, (short) 0);
        }
        int at = traits.source & perMinute.length - 1;
        if (perMinute[at] < PER_MINUTE) {
            perMinute[at]++;
            clients.add(traits, luck(traits.source));
        }
    }

    /// Takes into account what single keys bring now.
    ///
    /// @param time epoch milliseconds
    public void keys(long time, List<KeyRate> keys) {
        seen.keys(keys);
        talkers.add(time, keys);
    }

    /// Asks who brings a surge. Copies some megabytes after busy hours: ask every 10 to 60 s while
    /// a surge lasts, not at every tick.
    ///
    /// @param surgeStart when load left what is usual, epoch milliseconds
    /// @param now epoch milliseconds, exclusive
    public Inquiry ask(long surgeStart, long now) {
        Inquiry.Log log = null;
        long length = now - surgeStart;
        long earlier = surgeStart - requests.oldest();
        if (length > 0 && seen.hasLog() && earlier > 0) {
            long stretch = Math.min(length, earlier);
            long from = surgeStart - stretch * stretches(stretch, earlier);
            var all = Events.of(requests, from, surgeStart, now);
            var some = all.whole ? all : Events.ofClients(clients, from, surgeStart, now);
            log = new Inquiry.Log(all, some, stretch, names.copy());
        }
        return new Inquiry(log, talkers.copy(), surgeStart, now, seen.notSeen(earlier > 0));
    }

    /// How many requests both samples keep.
    int kept() {
        return requests.size() + clients.size();
    }

    private static long stretches(long stretch, long earlier) {
        long wanted = Math.max(1, HOUR / stretch);
        return Math.clamp(earlier / stretch, 1, Math.min(MOST_STRETCHES, wanted));
    }

    /// n with probability 2^-(n+1).
    private static int luck(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return Math.min(30, Long.numberOfTrailingZeros(mixed ^ mixed >>> 31));
    }
}
