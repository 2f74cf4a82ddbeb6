package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Requests, CPU, latency and errors over each pool and over the fleet: an hour of ticks, a day of
/// 10-s steps, 28 days of minutes. For one thread.
public final class Aggregates {
    private final Groups groups = new Groups();
    private final Summary summary = new Summary();
    private final Ticks ticks = new Ticks();
    private final Steps tens = new Steps(Resolution.TEN_SECONDS);
    private final Steps minutes = new Steps(Resolution.MINUTE);
    private long fills;

    Aggregates() {}

    Ticks ticks() {
        return ticks;
    }

    Steps tens() {
        return tens;
    }

    Steps minutes() {
        return minutes;
    }

    /// @param since the tick before it if none was missed in between, else the tick's own time
    void add(FleetState state, long since) {
        groups.seat(state.servers());
        summary.of(state, groups);
        ticks.add(state.time(), summary.row(), summary.columns());
        tens.add(state.time(), since, summary.row(), summary.columns());
        minutes.add(state.time(), since, summary.row(), summary.columns());
    }

    void addGap(long time) {
        ticks.addGap(time);
    }

    /// Ticks at a time and after it never were. Steps see to that when the next tick comes.
    void dropFrom(long time) {
        ticks.axis().dropFrom(time);
        fills++;
    }

    /// Takes in aggregates that were learnt from elsewhere, for subjects that may never have
    /// ticked. What ticks have told stays as it is, and so does what was filled before.
    ///
    /// @return true if anything was new; then [#fills] has gone up by one
    public boolean fill(List<Fill> learnt) {
        return fill(learnt, false);
    }

    /// Takes in what was saved, as [#fill] does.
    public boolean restore(Segment saved) {
        return fill(saved.fills(), true);
    }

    private boolean fill(List<Fill> learnt, boolean saved) {
        boolean changed = false;
        for (Fill f : learnt) {
            changed |= steps(f.resolution()).fill(column(f), f.start(), f.values(), saved);
        }
        fills += changed ? 1 : 0;
        return changed;
    }

    private int column(Fill fill) {
        int column = Columns.of(fill.metric(), fill.statistic());
        return groups.number(fill.subject()) * Columns.COUNT + column;
    }

    /// How often [#fill] or [#restore] has brought anything new, or the clock was set back: whoever
    /// has learnt from a series learns it anew when this has changed.
    public long fills() {
        return fills;
    }

    private Steps steps(Resolution resolution) {
        return switch (resolution) {
            case TEN_SECONDS -> tens;
            case MINUTE -> minutes;
            case TICK -> throw new IllegalArgumentException("Ticks are not in steps");
        };
    }

    /// The next stretch to save that changed since it was last given out, null if there is none. It
    /// holds what is known of it so far.
    public @Nullable Segment nextUnsaved() {
        for (Resolution resolution : List.of(Resolution.MINUTE, Resolution.TEN_SECONDS)) {
            Long number = steps(resolution).nextUnsaved();
            if (number != null) {
                return segment(resolution, number);
            }
        }
        return null;
    }

    /// A stretch that was given out could not be saved: it is given out again.
    public void unsaved(Segment lost) {
        steps(lost.resolution()).unsaved(lost.number());
    }

    private Segment segment(Resolution resolution, long number) {
        Steps steps = steps(resolution);
        long from = number * resolution.segment();
        long to = from + resolution.segment();
        List<Fill> all = new ArrayList<>();
        for (int c = 0; c < groups.size() * Columns.COUNT; c++) {
            if (!Float.isNaN(steps.extreme(c, from, to, true))) {
                all.add(
                        new Fill(
                                groups.subject(c / Columns.COUNT),
                                Columns.metric(c % Columns.COUNT),
                                Columns.statistic(c % Columns.COUNT),
                                resolution,
                                from * resolution.step(),
                                steps.copy(c, from, to)));
            }
        }
        return new Segment(resolution, number, all);
    }

    /// One aggregate from the first value that is known on.
    ///
    /// @param metric requests, CPU, latency or errors
    /// @param statistic [Statistic#SUM] is kept of requests only
    /// @throws IllegalArgumentException if it is not kept
    public Series series(
            Subject subject, Metric metric, Statistic statistic, Resolution resolution) {
        return series(subject, metric, statistic, resolution, Long.MIN_VALUE, Long.MAX_VALUE)
                .fromFirstKnown();
    }

    /// One aggregate over a stretch of time.
    ///
    /// @param from epoch milliseconds; a value counts whose time is at or after it
    /// @param to epoch milliseconds; a value counts whose time is before it
    public Series series(
            Subject subject,
            Metric metric,
            Statistic statistic,
            Resolution resolution,
            long from,
            long to) {
        int column = column(subject, metric, statistic);
        Stretch stretch = stretch(resolution, from, to);
        float[] values = new float[stretch.size()];
        if (resolution == Resolution.TICK) {
            int first = (int) stretch.from();
            ticks.copy(column, first, first + values.length, values, 0);
            return new Series(ticks.axis().copy(first, first + values.length), values);
        }
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = (stretch.from() + i + 1) * resolution.step();
        }
        return new Series(times, steps(resolution).copy(column, stretch.from(), stretch.to()));
    }

    /// How many steps, or ticks, of a stretch are known. Parameters as of [#series].
    public int known(
            Subject subject,
            Metric metric,
            Statistic statistic,
            Resolution resolution,
            long from,
            long to) {
        return series(subject, metric, statistic, resolution, from, to).known();
    }

    /// The least value of an aggregate over a stretch of time, NaN if none is known. Costs the
    /// logarithm of the stretch's length. Parameters as of [#series].
    public float least(
            Subject subject,
            Metric metric,
            Statistic statistic,
            Resolution resolution,
            long from,
            long to) {
        Stretch stretch = stretch(resolution, from, to);
        return extreme(column(subject, metric, statistic), resolution, stretch, false);
    }

    /// The greatest value of an aggregate over a stretch of time, as [#least].
    public float greatest(
            Subject subject,
            Metric metric,
            Statistic statistic,
            Resolution resolution,
            long from,
            long to) {
        Stretch stretch = stretch(resolution, from, to);
        return extreme(column(subject, metric, statistic), resolution, stretch, true);
    }

    private float extreme(int column, Resolution resolution, Stretch stretch, boolean greatest) {
        return resolution == Resolution.TICK
                ? ticks.extreme(column, (int) stretch.from(), (int) stretch.to(), greatest)
                : steps(resolution).extreme(column, stretch.from(), stretch.to(), greatest);
    }

    /// Numbers of ticks kept, or of steps.
    private record Stretch(long from, long to) {
        int size() {
            return (int) Math.max(0, to - from);
        }
    }

    private Stretch stretch(Resolution resolution, long from, long to) {
        if (resolution == Resolution.TICK) {
            return new Stretch(ticks.axis().from(from), ticks.axis().from(to));
        }
        Steps steps = steps(resolution);
        return steps.known()
                ? new Stretch(steps.from(from), Math.max(steps.from(from), steps.from(to)))
                : new Stretch(0, 0);
    }

    private int column(Subject subject, Metric metric, Statistic statistic) {
        int column = Columns.of(metric, statistic);
        int number = groups.find(subject);
        return number < 0 ? Integer.MAX_VALUE : number * Columns.COUNT + column;
    }
}
