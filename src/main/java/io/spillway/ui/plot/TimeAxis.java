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

    /// The longest stretch that can be shown, milliseconds.
    public static final long LONGEST = 24 * 3_600_000L;

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final LongProperty cursor = new SimpleLongProperty(NOWHERE);
    private long home;
    private long window;
    private long now;
    private long end;
    private boolean live = true;

    /// An axis that follows the present.
    ///
    /// @param window the stretch shown, milliseconds
    public TimeAxis(long window) {
        this.home = clampWindow(window);
        this.window = home;
    }

    /// The length of the stretch shown, milliseconds.
    public long window() {
        return window;
    }

    /// The present, as last set.
    public long now() {
        return now;
    }

    /// The right edge.
    public long end() {
        return live ? now : end;
    }

    /// True while the right edge follows the present.
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
    /// follows the present keeps its right edge instead.
    public void zoom(double factor, long anchor) {
        long next = clampWindow(Math.round(window * factor));
        if (next == window) {
            return;
        }
        if (!live) {
            double share = (end - anchor) / (double) window;
            end = clampEnd(anchor + Math.round(share * next));
        }
        window = next;
        changed();
    }

    /// Moves the right edge to a time of the past; the present or later follows the present again.
    public void panTo(long right) {
        live = right >= now;
        end = clampEnd(right);
        changed();
    }

    private long clampEnd(long right) {
        return Math.clamp(right, now - LONGEST, now);
    }

    private static long clampWindow(long length) {
        return Math.clamp(length, SHORTEST, LONGEST);
    }

    private void changed() {
        version.set(version.get() + 1);
    }
}
