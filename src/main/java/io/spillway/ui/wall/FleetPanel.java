package io.spillway.ui.wall;

import io.spillway.desk.Picture;
import io.spillway.ui.board.Annunciation;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.FleetCells;
import io.spillway.ui.plot.Palette;
import javafx.scene.layout.StackPane;

/// Every server as a cell.
final class FleetPanel extends Panel {
    private final FleetCells cells;

    FleetPanel() {
        this(new FleetCells());
    }

    private FleetPanel(FleetCells cells) {
        super(Words.of("board.fleet"), slot(cells));
        this.cells = cells;
    }

    private static StackPane slot(FleetCells cells) {
        StackPane slot = new StackPane(cells);
        slot.getStyleClass().add("wall-cells");
        cells.setMinSize(0, 0);
        return slot;
    }

    @Override
    public void show(Picture picture) {
        cells.setFleet(picture.fleet(), new Annunciation(picture).servers());
        about(Words.of("board.fleet-size", picture.fleet().servers().size()));
    }

    @Override
    public void dress(Tokens tokens) {
        cells.setPalette(Palette.of(tokens));
    }
}
