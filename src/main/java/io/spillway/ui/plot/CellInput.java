package io.spillway.ui.plot;

import io.spillway.fleet.Server;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// Mouse and keys of fleet cells: hovering tells, arrows move, Space and clicks choose, Enter and a
/// double click open.
final class CellInput {
    private static final int NONE = -1;

    private final FleetCells cells;
    private final Rectangle focus = new Rectangle();
    private final Tooltip tooltip = new Tooltip();
    private final CellDrag drag;
    private Consumer<Server> onServer = server -> {};
    private int hovered = NONE;

    /// Where the keys stand.
    private int cursor = NONE;

    /// Where a row of cells that is being chosen begins.
    private int anchor = NONE;

    CellInput(FleetCells cells) {
        this.cells = cells;
        this.drag = new CellDrag(cells);
        focus.getStyleClass().add("fleet-focus");
        focus.setManaged(false);
        focus.setMouseTransparent(true);
        focus.setVisible(false);
        cells.setFocusTraversable(true);
        cells.focusedProperty().addListener((o, before, now) -> follow());
        cells.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(cells.at(e.getX(), e.getY())));
        cells.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(NONE));
        cells.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        cells.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    Rectangle focus() {
        return focus;
    }

    Rectangle band() {
        return drag.band();
    }

    void setOnServer(Consumer<Server> action) {
        onServer = action;
    }

    /// What is said of the cell that the keys stand on, empty if there is none.
    String words() {
        boolean told = cells.isFocused() && known(cursor);
        return told ? String.join(", ", FleetWords.server(cells, cursor)) : "";
    }

    /// Finds the cells that the keys stand on among other servers. The mouse begins anew: it stands
    /// where it did, on what is there now.
    void moved(List<Server> before, List<Server> now) {
        drag.end();
        hover(NONE);
        cursor = cursor < 0 ? NONE : now.indexOf(before.get(cursor));
        anchor = anchor < 0 ? NONE : now.indexOf(before.get(anchor));
    }

    /// Puts frame and tooltip where their servers are now.
    void follow() {
        if (!known(cursor)) {
            cursor = NONE;
        }
        if (!known(hovered)) {
            hover(NONE);
        } else {
            tooltip.setText(String.join("\n", FleetWords.server(cells, hovered)));
        }
        focus.setVisible(cells.isFocused() && cursor != NONE);
        if (cursor != NONE) {
            frame();
        }
    }

    private boolean known(int server) {
        return server >= 0 && server < cells.states().size();
    }

    private void frame() {
        FleetLayout layout = cells.cellLayout();
        FleetLayout.Spot spot = layout.spot(cells.order().place(cursor));
        if (spot == null) {
            return;
        }
        double scale = cells.scale();
        focus.setX(spot.x() / scale - 2);
        focus.setY(spot.y() / scale - 2);
        focus.setWidth(layout.cell() / scale + 4);
        focus.setHeight(layout.cell() / scale + 4);
    }

    private void hover(int server) {
        if (server == hovered) {
            return;
        }
        hovered = server;
        if (server == NONE) {
            Tooltip.uninstall(cells, tooltip);
        } else {
            tooltip.setText(String.join("\n", FleetWords.server(cells, server)));
            Tooltip.install(cells, tooltip);
        }
    }

    /// Alone, a click chooses one server; with Ctrl one more or less; with Shift all from the last.
    private void click(MouseEvent event) {
        int server = cells.at(event.getX(), event.getY());
        if (!drag.wasClick(event)) {
            return;
        }
        if (server == NONE) {
            cells.chooseNone();
        } else if (event.getClickCount() > 1) {
            onServer.accept(cells.states().server(server));
        } else if (event.isShortcutDown()) {
            go(server, true);
            toggle();
        } else {
            go(server, !event.isShiftDown());
            span();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(-1, event.isShiftDown());
            case RIGHT -> move(1, event.isShiftDown());
            case UP -> move(-perRow(), event.isShiftDown());
            case DOWN -> move(perRow(), event.isShiftDown());
            case SPACE -> toggle();
            case ENTER -> {
                if (known(cursor)) {
                    onServer.accept(cells.states().server(cursor));
                }
            }
            default -> {
                other(event);
                return;
            }
        }
        event.consume();
    }

    private void other(KeyEvent event) {
        switch (event.getCode()) {
            case A -> {
                if (event.isShortcutDown() && cells.marks().searching()) {
                    cells.chooseFound();
                    event.consume();
                }
            }
            case ESCAPE -> {
                if (!cells.marks().none()) {
                    cells.chooseNone();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private int perRow() {
        int place = cursor == NONE ? 0 : cells.order().place(cursor);
        FleetLayout.Spot spot = cells.cellLayout().spot(place);
        return spot == null ? 1 : spot.block().perRow();
    }

    private void move(int by, boolean choosing) {
        int last = cells.states().size() - 1;
        if (last < 0) {
            return;
        }
        int place = cursor == NONE ? 0 : cells.order().place(cursor) + by;
        go(cells.order().server(Math.clamp(place, 0, last)), !choosing);
        if (choosing) {
            span();
        }
    }

    private void go(int server, boolean begins) {
        cursor = server;
        anchor = begins || !known(anchor) ? server : anchor;
        follow();
        cells.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void toggle() {
        if (known(cursor)) {
            BitSet next = cells.marks().copy();
            next.flip(cursor);
            cells.choose(next);
        }
    }

    /// Chooses all from the anchor to the cursor, in the order of the cells.
    private void span() {
        int from = cells.order().place(anchor);
        int to = cells.order().place(cursor);
        BitSet next = new BitSet();
        for (int place = Math.min(from, to); place <= Math.max(from, to); place++) {
            next.set(cells.order().server(place));
        }
        cells.choose(next);
    }
}
