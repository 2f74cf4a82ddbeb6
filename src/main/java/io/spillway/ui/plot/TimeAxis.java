package io.spillway.ui.plot;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleLongProperty;

/// The stretch of time that plots show. Plots that share an axis show the same stretch and the same
/// cursor. All times are epoch milliseconds.
public final class TimeAxis {
    /// The cursor's value while it points nowhere.
    public static final long NOWHERE = Long.MIN_VALUE;

    /// The shortest stretch that can be shown, milliseconds.
    public static final long SHORTEST = 30_000;

    /// The longest past that can be shown, milliseconds.
    public static final long LONGEST = 28 * 86_400_000L;

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final LongProperty cursor = new SimpleLongProperty(NOWHERE);
    private double ahead;
    private long home;
    private long window;
    private long now;
    private long end;
    private boolean live = true;

    /// An axis that follows the present.
    ///
    /// @param window the past shown, milliseconds
    public TimeAxis(long window) {
        this.home = clampWindow(window);
        this.window = home;
    }

    /// Leaves room for what is expected: an axis that follows the present shows the present at `1 -
    /// share` of its length and the future behind it.
    ///
    /// @param share of the whole stretch, 0 up to below 1
    public void setAhead(double share) {
        ahead = share;
        changed();
    }

    /// The past that is shown while the axis follows the present, milliseconds.
    public long window() {
        return window;
    }

    /// The whole stretch shown, milliseconds.
    public long stretch() {
        return Math.round(window / (1 - ahead));
    }

    /// The present, as last set.
    public long now() {
        return now;
    }

    /// The right edge: the present and the room ahead of it, or where it was moved to.
    public long end() {
        return live ? edge() : end;
    }

    private long edge() {
        return now + stretch() - window;
    }

    /// True while the axis follows the present.
    public boolean live() {
        return live;
    }

    /// Changes whenever the stretch shown changes.
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// The time under the crosshair, [#NOWHERE] if there is none.
    public LongProperty cursorProperty() {
        return cursor;
    }

    /// Moves the present on.
    public void setNow(long time) {
        if (time != now) {
            now = time;
            changed();
        }
    }

    /// Chooses the length to show and to come back to, and returns to the present.
    public void setWindow(long length) {
        home = clampWindow(length);
        goLive();
    }

    /// Returns to the present and to the chosen length.
    public void goLive() {
        window = home;
        live = true;
        changed();
    }

    /// Shows more (`factor` above 1) or less, keeping the time `anchor` where it is; an axis that
    /// follows the present keeps the present in its place instead.
    public void zoom(double factor, long anchor) {
        long next = clampWindow(Math.round(window * factor));
        if (next == window) {
            return;
        }
        double share = (end - anchor) / (double) window;
        window = next;
        if (!live) {
            end = clampEnd(anchor + Math.round(share * next));
        }
        changed();
    }

    /// Moves the right edge to an earlier time; where it lies while the axis is live, or later, it
    /// follows the present again.
    public void panTo(long right) {
        live = right >= edge();
        end = clampEnd(right);
        changed();
    }

    private long clampEnd(long right) {
        return Math.clamp(right, now - LONGEST + stretch(), edge());
    }

    private static long clampWindow(long length) {
        return Math.clamp(length, SHORTEST, LONGEST);
    }

    private void changed() {
        version.set(version.get() + 1);
    }
}
