package io.spillway.relief.drain;

import io.spillway.relief.drain.Draining.Look;
import io.spillway.relief.serving.Words;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a server is on its way to being empty.
///
/// @param inFlight requests being worked on, NaN if unknown
/// @param arriving new requests a second in spite of the drain, by clients that stick to it; NaN if
///   unknown
/// @param left until it is empty, as it falls now; null if that cannot be said
/// @param text one line for operators
public record Drained(double inFlight, double arriving, @Nullable Duration left, String text) {
    /// A request or two may come late without anybody sticking.
    private static final double STICKS = 0.5;

    /// Falling by less than this over the window is not falling.
    private static final double FALLS = 0.1;

    private static final Duration LONGEST = Duration.ofHours(12);

    /// How it stands.
    public static Drained of(Draining draining) {
        if (draining.looks().isEmpty()) {
            return new Drained(Double.NaN, Double.NaN, null, "Not read since it was drained");
        }
        Look now = draining.looks().getLast();
        boolean sticky = now.arriving() >= STICKS;
        Duration left = left(draining.looks(), sticky);
        return new Drained(now.inFlight(), now.arriving(), left, text(now, sticky, left));
    }

    /// Sessions that end by themselves end in proportion to how many there are, so the logarithm
    /// falls in a straight line; it ends when less than half a request is left.
    private static @Nullable Duration left(List<Look> looks, boolean sticky) {
        Look first = looks.getFirst();
        Look last = looks.getLast();
        if (last.inFlight() < 0.5) {
            return sticky ? null : Duration.ZERO;
        }
        long span = last.time() - first.time();
        if (span < Draining.LEAST || last.inFlight() > (1 - FALLS) * first.inFlight()) {
            return null;
        }
        double slope = slope(looks);
        if (slope >= 0) {
            return null;
        }
        double millis = Math.log(last.inFlight() / 0.5) / -slope;
        return millis > LONGEST.toMillis() ? null : Duration.ofMillis(Math.round(millis));
    }

    /// Of the logarithm, per ms, by least squares.
    private static double slope(List<Look> looks) {
        double meanTime = 0;
        double meanLog = 0;
        long start = looks.getFirst().time();
        for (Look l : looks) {
            meanTime += (double) (l.time() - start) / looks.size();
            meanLog += log(l) / looks.size();
        }
        double square = 0;
        double product = 0;
        for (Look l : looks) {
            double t = l.time() - start - meanTime;
            square += t * t;
            product += t * (log(l) - meanLog);
        }
        return square > 0 ? product / square : 0;
    }

    private static double log(Look look) {
        return Math.log(Math.max(0.5, look.inFlight()));
    }

    private static String text(Look now, boolean sticky, @Nullable Duration left) {
        String count = Words.count(Math.round(now.inFlight()), "request") + " in flight";
        String arriving =
                sticky
                        ? ", %s req/s still arrive from clients that stick to it"
                                .formatted(Math.round(Math.max(1, now.arriving())))
                        : "";
        String end;
        if (left == null) {
            end = now.inFlight() < 0.5 ? "" : ", when it will be empty is not known";
        } else {
            end = left.isZero() ? ", empty" : ", empty in about " + Words.time(left);
        }
        return count + arriving + end;
    }
}
