package io.spillway.ui.plot;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Every server as a cell, by pool.
public final class FleetCells extends Region {
    /// Cells of no fleet yet.
    public FleetCells() {
        getStyleClass().add("fleet-cells");
    }

    /// The theme's colours.
    public void setPalette(Palette palette) {}

    /// The fleet to show.
    public void setFleet(FleetState fleet) {}

    /// What the cells show.
    public void setMetric(Metric metric) {}

    /// Called with a server that is clicked, or chosen with Enter.
    public void setOnServer(Consumer<Server> action) {}

    /// Called with the server under the mouse, null when there is none.
    public void setOnHover(Consumer<@Nullable Server> action) {}

    /// Pixels drawn per unit of length; 0 takes the window's output scale.
    public void setRenderScale(double scale) {}
}
