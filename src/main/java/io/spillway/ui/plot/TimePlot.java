package io.spillway.ui.plot;

import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A plot over time.
public final class TimePlot extends Region {
    private final TimeAxis axis;

    /// A plot of nothing yet.
    public TimePlot(TimeAxis axis) {
        this.axis = axis;
        getStyleClass().add("time-plot");
    }

    /// The stretch of time shown.
    public TimeAxis axis() {
        return axis;
    }

    /// The theme's colours.
    public void setPalette(Palette palette) {}

    /// What is drawn, the first at the bottom.
    public void setData(List<PlotSeries> series) {}

    /// Dashed lines across the plot.
    public void setLimits(List<Limit> limits) {}

    /// Acts, at their times.
    public void setMarks(List<Mark> marks) {}

    /// How values are written.
    public void setUnit(Unit unit) {}

    /// The upper end of the y axis in the unit of the data; NaN lets it follow the data.
    public void setMax(double max) {}

    /// Dims the plot and says since when it sees nothing; null ends that.
    public void setBlindSince(@Nullable Instant since, String reason) {}

    /// Pixels drawn per unit of length; 0 takes the window's output scale.
    public void setRenderScale(double scale) {}
}
