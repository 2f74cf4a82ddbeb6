package io.spillway.ui.servers;

import io.spillway.desk.Reply;
import java.time.Duration;
import java.util.Arrays;

/// A server's CPU and requests of the last minutes: what the desk remembers, and what Pictures
/// brought since. Time is strictly increasing; a gap is NaN.
///
/// @param times epoch milliseconds
/// @param cpu share of CPU, 0..1
/// @param requests per second
record ServerPast(long[] times, float[] cpu, float[] requests) {
    static final Duration LENGTH = Duration.ofMinutes(15);

    static ServerPast empty() {
        return new ServerPast(new long[0], new float[0], new float[0]);
    }

    /// When the newest values were taken, 0 if there are none.
    long last() {
        return times.length == 0 ? 0 : times[times.length - 1];
    }

    /// What the desk remembers, then what came since.
    ServerPast after(Reply.ServerPast remembered) {
        long[] before = remembered.cpu().times();
        int known = Math.min(before.length, remembered.requests().times().length);
        long last = known == 0 ? 0 : before[known - 1];
        ServerPast all =
                new ServerPast(
                        Arrays.copyOf(before, known),
                        Arrays.copyOf(remembered.cpu().values(), known),
                        Arrays.copyOf(remembered.requests().values(), known));
        for (int i = 0; i < times.length; i++) {
            if (times[i] > last) {
                all = all.and(times[i], cpu[i], requests[i]);
            }
        }
        return all;
    }

    /// The same with one more tick; one that is not later than the last changes nothing.
    ServerPast and(long time, float nextCpu, float nextRequests) {
        if (time <= last()) {
            return this;
        }
        int from = Arrays.binarySearch(times, time - LENGTH.toMillis());
        from = from < 0 ? -from - 1 : from;
        int n = times.length - from;
        long[] moreTimes = Arrays.copyOfRange(times, from, from + n + 1);
        float[] moreCpu = Arrays.copyOfRange(cpu, from, from + n + 1);
        float[] moreRequests = Arrays.copyOfRange(requests, from, from + n + 1);
        moreTimes[n] = time;
        moreCpu[n] = nextCpu;
        moreRequests[n] = nextRequests;
        return new ServerPast(moreTimes, moreCpu, moreRequests);
    }
}
