package io.spillway.alarm.rule;

import java.util.ArrayList;
import java.util.List;

/// How often a rule would have rung over a past that is known, with the limits that hold and with
/// others.
///
/// @param from time of the first value that is known, epoch milliseconds; 0 if there is none
/// @param to time of the last
/// @param wanted how much past was asked for, milliseconds
/// @param gaps stretches of it in which nothing is known
/// @param before with the limits that hold
/// @param after with the others
/// @param change what the others differ in, as read in a sentence: "30 s on-delay"; empty if they
///   are the same
public record BackTest(
        long from, long to, long wanted, List<Gap> gaps, Rung before, Rung after, String change) {
    /// Samples farther apart than this many intervals have a gap between them.
    private static final int GAP = 3;

    /// A stretch in which nothing is known.
    ///
    /// @param from time of the last value before it, epoch milliseconds
    /// @param to time of the first after it
    public record Gap(long from, long to) {}

    /// What one set of limits makes of the past.
    ///
    /// @param times how often it rings
    /// @param millis how long it is active, all in all; gaps do not count
    public record Rung(int times, long millis) {}

    public BackTest {
        gaps = List.copyOf(gaps);
    }

    /// Runs values through both limits.
    ///
    /// @param times epoch milliseconds, strictly increasing
    /// @param values as many, in the rule's unit, NaN where nothing is known
    /// @param interval between samples, milliseconds
    /// @param wanted how much past was asked for, milliseconds
    public static BackTest of(
            long[] times,
            double[] values,
            Limits before,
            Limits after,
            Unit unit,
            long interval,
            long wanted) {
        List<Gap> gaps = new ArrayList<>();
        long from = 0;
        long last = 0;
        for (int i = 0; i < times.length; i++) {
            if (!Double.isNaN(values[i])) {
                if (last > 0 && times[i] - last > GAP * interval) {
                    gaps.add(new Gap(last, times[i]));
                }
                from = from == 0 ? times[i] : from;
                last = times[i];
            }
        }
        return new BackTest(
                from,
                last,
                wanted,
                gaps,
                run(times, values, before, interval),
                run(times, values, after, interval),
                LimitsText.change(before, after, unit));
    }

    /// Runs values through limits. An alarm stays as it is over a gap.
    static Rung run(long[] times, double[] values, Limits limits, long interval) {
        Standing standing = Standing.WELL;
        int rung = 0;
        long active = 0;
        long last = 0;
        for (int i = 0; i < times.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            if (standing.active() && times[i] - last <= GAP * interval) {
                active += times[i] - last;
            }
            boolean was = standing.active();
            standing = standing.next(values[i], times[i], limits, interval);
            rung += !was && standing.active() ? 1 : 0;
            last = times[i];
        }
        return new Rung(rung, active);
    }

    /// Takes the tests of one rule on many subjects for one: what rang adds up, the span seen is
    /// that of the subject of which most is known.
    ///
    /// @param tests at least one, with the same limits
    public static BackTest together(List<BackTest> tests) {
        BackTest most = tests.getFirst();
        int[] times = new int[2];
        long[] millis = new long[2];
        for (BackTest test : tests) {
            times[0] += test.before.times();
            times[1] += test.after.times();
            millis[0] += test.before.millis();
            millis[1] += test.after.millis();
            most = test.seen() > most.seen() ? test : most;
        }
        return new BackTest(
                most.from,
                most.to,
                most.wanted,
                most.gaps,
                new Rung(times[0], millis[0]),
                new Rung(times[1], millis[1]),
                most.change);
    }

    /// How much of the past is known, milliseconds.
    public long seen() {
        return to - from - gaps.stream().mapToLong(gap -> gap.to() - gap.from()).sum();
    }

    /// One sentence for operators: "would have rung 212 times; with 30 s on-delay 9 times".
    public String sentence() {
        if (from == 0) {
            return "nothing is known of the past, so nobody can say how often it would have rung";
        }
        String now = "would have rung " + times(before.times());
        return change.isEmpty() ? now : now + "; with " + change + " " + times(after.times());
    }

    /// Which past that was, in one sentence: "seen: 6 d 20 h of the last 7 d, with 2 gaps".
    public String span() {
        String of =
                "seen: %s of the last %s"
                        .formatted(LimitsText.span(seen()), LimitsText.span(wanted));
        return switch (gaps.size()) {
            case 0 -> of;
            case 1 -> of + ", with 1 gap";
            default -> of + ", with " + gaps.size() + " gaps";
        };
    }

    private static String times(int times) {
        return switch (times) {
            case 0 -> "never";
            case 1 -> "once";
            default -> times + " times";
        };
    }
}
