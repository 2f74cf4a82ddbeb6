package io.spillway.watch.series;

/// Brings a fast series to even steps, the mean of each. A series slower than the step, and the
/// first value after a gap, come out as they come. For one thread.
public final class Averager {
    private final long step;
    private long bucket = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private double sum;
    private int count;
    private long time;
    private double mean;

    /// @param step milliseconds, above 0
    public Averager(long step) {
        if (step <= 0) {
            throw new IllegalArgumentException("The step must be above 0, not " + step);
        }
        this.step = step;
    }

    /// Takes a value in; one that is no finite number, or not later than the last, is left out.
    ///
    /// @param at epoch milliseconds
    /// @return true if something came out: [#time] and [#mean] hold it until the next call
    public boolean add(long at, double value) {
        if (!Double.isFinite(value) || at <= last) {
            return false;
        }
        boolean slow = last != Long.MIN_VALUE && at - last >= step;
        last = at;
        if (slow) {
            bucket = Math.floorDiv(at, step);
            sum = 0;
            count = 0;
            return put(at, value);
        }
        long next = Math.floorDiv(at, step);
        boolean complete = next > bucket && count > 0 && put((bucket + 1) * step, sum / count);
        if (next > bucket) {
            bucket = next;
            sum = 0;
            count = 0;
        }
        sum += value;
        count++;
        return complete;
    }

    private boolean put(long at, double value) {
        boolean later = at > time;
        time = at;
        mean = value;
        return later;
    }

    /// When the step that came out ended, epoch milliseconds.
    public long time() {
        return time;
    }

    /// The mean that came out.
    public double mean() {
        return mean;
    }
}
