package io.spillway.bench;

import javafx.scene.layout.Region;

/// Something that draws [PlotData].
interface Contender {
    /// What is put into the window.
    Region node();

    /// Shows the points from `tick` on, one more than a tick ago. On the FX thread.
    void tick(int tick);
}
