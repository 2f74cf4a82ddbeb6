package io.spillway.watch.series;

/// Brings a series to even steps: the mean of each step that got a value. A series slower than the
/// step comes out as it comes. For one thread.
public final class Averager {
    private final long step;
    private long bucket = Long.MIN_VALUE;
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

    /// Takes a value in; one that is not a number or older than the step under way is left out.
    ///
    /// @param at epoch milliseconds
    /// @return true if a step was completed: [#time] and [#mean] hold it until the next call
    public boolean add(long at, double value) {
        long next = Math.floorDiv(at, step);
        if (Double.isNaN(value) || next < bucket) {
            return false;
        }
        boolean complete = next > bucket && count > 0;
        if (complete) {
            time = (bucket + 1) * step;
            mean = sum / count;
        }
        if (next > bucket) {
            bucket = next;
            sum = 0;
            count = 0;
        }
        sum += value;
        count++;
        return complete;
    }

    /// End of the completed step, epoch milliseconds.
    public long time() {
        return time;
    }

    /// Mean of the completed step.
    public double mean() {
        return mean;
    }
}
