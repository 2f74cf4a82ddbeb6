package io.spillway.watch;

import io.spillway.watch.detect.Calendar;
import io.spillway.watch.detect.CollapseDetector;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Detections;
import io.spillway.watch.detect.SaturationDetector;
import io.spillway.watch.detect.SpikeDetector;
import io.spillway.watch.detect.SurgeDetector;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.LoadForecast;
import io.spillway.watch.series.Averager;
import io.spillway.watch.usual.Band;
import io.spillway.watch.usual.Usual;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches one load: what is usual, what leaves it, when it reaches capacity. Readings faster than
/// 15 s are averaged first. For one thread.
public final class LoadWatch {
    private static final long STEP = 15_000;

    private final Calendar calendar;
    private final Averager averager = new Averager(STEP);
    private final Usual usual = new Usual();
    private final SurgeDetector surge = new SurgeDetector();
    private final CollapseDetector collapse = new CollapseDetector();
    private final SpikeDetector spike = new SpikeDetector();
    private final SaturationDetector saturation = new SaturationDetector();
    private final LoadForecast forecast = new LoadForecast();
    private final Detections detections = new Detections();
    private boolean silent;

    /// @param calendar surges that are announced
    public LoadWatch(Calendar calendar) {
        this.calendar = calendar;
    }

    /// Takes a reading in; one that is no number or not later than the last is left out.
    ///
    /// @param at epoch milliseconds
    /// @param load requests per second
    /// @param capacity requests per second, NaN if unknown
    /// @return detections that start, rise or end with it
    public List<Detection> add(long at, double load, double capacity) {
        if (!averager.add(at, load)) {
            return List.of();
        }
        List<Detection> changes = new ArrayList<>();
        long time = averager.time();
        double mean = averager.mean();
        double allowed = calendar.allowed(time);
        double mid = usual.mid(time);
        note(changes, surge.add(time, mean, mid, allowed));
        note(changes, collapse.add(time, mean, mid, allowed));
        note(changes, announced(spike.add(time, mean), allowed > 1 && !(mean > allowed * mid)));
        usual.add(time, mean);
        forecast.add(time, mean);
        if (!Double.isNaN(capacity)) {
            note(changes, saturation.add(time, mean, mid, forecast.at(time, capacity)));
        }
        detections.expire(time);
        return changes;
    }

    /// A spike that begins within what was announced is none.
    private @Nullable Detection announced(@Nullable Detection spiked, boolean within) {
        if (spiked == null) {
            return null;
        }
        boolean begins = spiked.until() == 0;
        if (begins) {
            silent = within;
        }
        return silent ? null : spiked;
    }

    private void note(List<Detection> changes, @Nullable Detection detection) {
        if (detection != null) {
            detections.take(detection);
            changes.add(detection);
        }
    }

    /// What was detected and lasts or ended within a day, newest first.
    public List<Detection> detections() {
        return detections.list();
    }

    /// When load reaches capacity.
    ///
    /// @param now epoch milliseconds, not before the last reading
    /// @param capacity requests per second, NaN if unknown
    public Forecast forecast(long now, double capacity) {
        return forecast.at(now, capacity);
    }

    /// What is usual at a time, NaN if not known.
    public double usual(long time) {
        return usual.mid(time);
    }

    /// What is usual, from one time to another, the announced surges included.
    public Band usual(long from, long to, long step) {
        Band band = usual.band(from, to, step);
        for (int i = 0; i < band.mid().length; i++) {
            // The arrays are this call's own until it returns.
            band.high()[i] *= (float) calendar.allowed(band.start() + i * step);
        }
        return band;
    }
}
