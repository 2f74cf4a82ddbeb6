package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import java.util.List;

/// When a plot last got a value.
///
/// @param time of the newest value, epoch milliseconds; 0 if there is none
/// @param interval between values, milliseconds, 0 if not known
record LastSample(long time, long interval) {
    /// From this many intervals on, a sample is old.
    private static final int OLD_AFTER = 3;

    static LastSample of(List<PlotSeries> series) {
        LastSample newest = new LastSample(0, 0);
        for (PlotSeries s : series) {
            int i = s.kind().measured() ? s.times().length - 1 : -1;
            while (i >= 0 && Float.isNaN(s.low()[i])) {
                i--;
            }
            if (i >= 0 && s.times()[i] > newest.time) {
                long interval = i > 0 ? s.times()[i] - s.times()[i - 1] : 0;
                newest = new LastSample(s.times()[i], interval);
            }
        }
        return newest;
    }

    boolean known() {
        return time > 0;
    }

    boolean old(long now) {
        return known() && interval > 0 && now - time > OLD_AFTER * interval;
    }

    /// The age in words, empty if there is no sample.
    String age(long now) {
        if (!known()) {
            return "";
        }
        long seconds = Math.max(0, now - time) / 1_000;
        if (seconds < 60) {
            return Words.of("plot.ago", seconds + "\u2009s");
        }
        long minutes = seconds / 60;
        return Words.of(
                "plot.ago",
                minutes < 60
                        ? minutes + "\u2009min " + seconds % 60 + "\u2009s"
                        : minutes / 60 + "\u2009h " + minutes % 60 + "\u2009min");
    }
}
