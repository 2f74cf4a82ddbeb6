package io.spillway.watch.forecast;

import io.spillway.watch.forecast.Forecast.Cone;
import io.spillway.watch.forecast.Forecast.Sight;

/// Tells when one series of load reaches a capacity. Many shapes of growth are laid through the
/// last three hours; those that explain them about equally well say together when capacity is met,
/// and how sure that is. Works at any step up to five minutes; gaps and late samples are fine. For
/// one thread.
public final class LoadForecast {
    /// Minutes of history, and points in it, below which nothing is told.
    private static final double LEAST_HISTORY = 10;

    private static final int LEAST_POINTS = 4;

    /// Minutes after which the newest sample is too old to tell anything.
    private static final double STALE = 15;

    /// A trend has to be this much better than a level line (see [Ensemble#gain]) where its way to
    /// capacity begins, and by this power of e less at its end: the farther load has come, the less
    /// often chance alone brings it there.
    private static final double LEAST_GAIN = 81;

    private static final double EASIER = 3;

    /// A trend has to be this many deviations of the noise high and this many of its own errors.
    private static final double LEAST_RISE = .75;

    private static final double LEAST_CERTAINTY = .8;

    /// With fewer minutes of history than this, noise is little known: it takes that much more.
    private static final double SHORT_HISTORY = 30;

    private static final double STRICTER = 2.5;

    /// Share of the way to capacity below which no time is told.
    private static final double LEAST_PROGRESS = .2;

    /// Minutes beyond which no time is told, and the chance it takes within them.
    private static final double FARTHEST = 120;

    private static final double LEAST_CHANCE = .1;

    /// The cone follows growth to this many times the way to capacity.
    private static final double FOLLOWED = 3;

    private final Past past = new Past();
    private final Fits fits = new Fits();
    private final Ensemble ensemble = new Ensemble(fits);
    private final Passage passage = new Passage();

    /// A series without samples.
    public LoadForecast() {}

    /// Takes a sample in; one that is no finite number, or older than three hours before the
    /// newest, is left out.
    ///
    /// @param time epoch milliseconds, in any order
    /// @param load requests per second
    public void add(long time, double load) {
        past.add(time, load);
    }

    /// When load reaches capacity.
    ///
    /// @param now epoch milliseconds; later samples are not looked at
    /// @param capacity requests per second, NaN if it is not known
    public Forecast at(long now, double capacity) {
        past.look(now);
        if (Double.isNaN(capacity)
                || past.oldest() < LEAST_HISTORY
                || past.points() < LEAST_POINTS
                || past.freshest() > STALE) {
            return Forecast.unknown();
        }
        boolean known = fits.fit(past) && ensemble.weigh();
        if (past.recent() >= capacity) {
            return reached(known ? latest(capacity) : 0);
        }
        return known ? meet(now, capacity) : Forecast.notInSight(Cone.none());
    }

    /// @param latest minutes until load is at capacity without its noise too
    private static Forecast reached(double latest) {
        return new Forecast(Sight.REACHED, 0, 0, latest * 60, Cone.none());
    }

    private double latest(double capacity) {
        double aim = capacity / fits.mean() - 1;
        double progress = progress(aim);
        return ensemble.now() < aim && told(progress) ? later(passage.quantile(.9)) : 0;
    }

    private Forecast meet(long now, double capacity) {
        double aim = capacity / fits.mean() - 1;
        double progress = progress(aim);
        if (!trend(progress)) {
            return Forecast.notInSight(Cone.none());
        }
        double level = load(ensemble.now());
        double[] path = ensemble.path(aim + FOLLOWED * (aim - ensemble.now())).clone();
        for (int h = 0; h < path.length; h++) {
            path[h] = load(path[h]);
        }
        if (!told(progress)) {
            return Forecast.notInSight(Cones.heading(now, level, path));
        }
        double[] minutes = {
            later(passage.quantile(.1)), later(passage.quantile(.5)), later(passage.quantile(.9))
        };
        Cone cone = Cones.meeting(now, level, path, capacity, minutes);
        return new Forecast(
                Sight.IN_SIGHT, minutes[0] * 60, minutes[1] * 60, minutes[2] * 60, cone);
    }

    /// Share of the way behind, once the passage is known.
    private double progress(double aim) {
        ensemble.anchor(past.recent() / fits.mean() - 1, aim);
        double progress = ensemble.progress(aim);
        passage.widen(ensemble.passage(aim), progress);
        return progress;
    }

    private boolean trend(double progress) {
        double strict = past.oldest() < SHORT_HISTORY ? STRICTER : 1;
        return ensemble.gain() * Math.exp(EASIER * Math.abs(progress)) >= strict * LEAST_GAIN
                && Math.abs(ensemble.rise()) >= LEAST_RISE
                && Math.abs(ensemble.certainty()) >= LEAST_CERTAINTY;
    }

    private boolean told(double progress) {
        return trend(progress)
                && ensemble.rise() > 0
                && progress >= LEAST_PROGRESS
                && passage.within(FARTHEST) >= LEAST_CHANCE
                && later(passage.quantile(.5)) <= FARTHEST;
    }

    private double load(double relative) {
        return fits.mean() * (1 + relative);
    }

    /// Time from now rather than from the middles of the points.
    private double later(double minutes) {
        return Math.max(1. / 60, minutes - past.lag());
    }
}
