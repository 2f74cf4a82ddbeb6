package io.spillway.ui.plot;

import java.util.BitSet;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// A rectangle dragged over fleet cells chooses those it touches; with Ctrl in addition to what is
/// chosen already.
final class CellDrag {
    private static final double LEAST = 4;

    private final FleetCells cells;
    private final Rectangle band = new Rectangle();
    private double fromX;
    private double fromY;
    private boolean going;
    private boolean moved;
    private BitSet base = new BitSet();

    CellDrag(FleetCells cells) {
        this.cells = cells;
        band.getStyleClass().add("fleet-band");
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.setVisible(false);
        cells.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        cells.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        cells.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> end());
    }

    Rectangle band() {
        return band;
    }

    /// Chooses no more until the button is pressed anew: what was chosen so far stays.
    void end() {
        going = false;
        band.setVisible(false);
    }

    /// True if a click of the first button did not end a drag.
    boolean wasClick(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY && !moved;
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            cells.requestFocus();
            fromX = event.getX();
            fromY = event.getY();
            going = true;
            moved = false;
            base = event.isShortcutDown() ? cells.marks().copy() : new BitSet();
        }
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double wide = Math.abs(event.getX() - fromX);
        double high = Math.abs(event.getY() - fromY);
        moved |= Math.max(wide, high) >= LEAST;
        if (moved && going) {
            band.setX(Math.min(fromX, event.getX()));
            band.setY(Math.min(fromY, event.getY()));
            band.setWidth(wide);
            band.setHeight(high);
            band.setVisible(true);
            choose();
        }
    }

    private void choose() {
        BitSet next = (BitSet) base.clone();
        FleetLayout layout = cells.cellLayout();
        double scale = cells.scale();
        double left = band.getX() * scale - layout.cell();
        double top = band.getY() * scale - layout.cell();
        double right = (band.getX() + band.getWidth()) * scale;
        double bottom = (band.getY() + band.getHeight()) * scale;
        int place = 0;
        for (FleetLayout.Block block : layout.blocks()) {
            // Until the next layout there may be fewer servers than cells.
            for (int i = 0; i < block.count() && place < cells.order().size(); i++, place++) {
                int x = layout.x(block, i);
                int y = layout.y(block, i);
                if (x > left && x < right && y > top && y < bottom) {
                    next.set(cells.order().server(place));
                }
            }
        }
        cells.choose(next);
    }
}
