package io.spillway.ui.plot;

import io.spillway.fleet.Server;
import io.spillway.ui.plot.CellStates.PoolCells;
import io.spillway.ui.plot.FleetLayout.Block;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Mouse and keys of fleet cells: hovering tells, a click or Enter chooses, arrows move.
final class CellInput {
    private static final int NONE = -1;

    private final FleetCells cells;
    private final Rectangle focus = new Rectangle();
    private final Tooltip tooltip = new Tooltip();
    private Consumer<Server> onServer = server -> {};
    private Consumer<@Nullable Server> onHover = server -> {};
    private int hovered = NONE;
    private int chosen = NONE;

    CellInput(FleetCells cells) {
        this.cells = cells;
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

    void setOnServer(Consumer<Server> action) {
        onServer = action;
    }

    void setOnHover(Consumer<@Nullable Server> action) {
        onHover = action;
    }

    /// What is said of the cell chosen with the keys, empty if there is none.
    String words() {
        boolean told = cells.isFocused() && known(chosen);
        return told ? FleetWords.server(cells.states(), chosen, cells.metric()) : "";
    }

    /// Puts frame and tooltip where their servers are now.
    void follow() {
        if (!known(chosen)) {
            chosen = NONE;
        }
        if (!known(hovered)) {
            hover(NONE);
        } else {
            tooltip.setText(FleetWords.server(cells.states(), hovered, cells.metric()));
        }
        focus.setVisible(cells.isFocused() && chosen != NONE);
        if (chosen != NONE) {
            frame();
        }
    }

    private boolean known(int server) {
        return server >= 0 && server < cells.states().size();
    }

    private void frame() {
        int pool = pool(chosen);
        FleetLayout layout = cells.cellLayout();
        if (pool >= layout.blocks().size()) {
            return;
        }
        Block block = layout.blocks().get(pool);
        int i = chosen - cells.states().pools().get(pool).first();
        double scale = cells.scale();
        focus.setX(layout.x(block, i) / scale - 1);
        focus.setY(layout.y(block, i) / scale - 1);
        focus.setWidth(layout.cell() / scale + 2);
        focus.setHeight(layout.cell() / scale + 2);
    }

    private int pool(int server) {
        int pool = 0;
        for (PoolCells p : cells.states().pools()) {
            if (server < p.first() + p.count()) {
                return pool;
            }
            pool++;
        }
        return pool;
    }

    private void hover(int server) {
        if (server == hovered) {
            return;
        }
        hovered = server;
        if (server == NONE) {
            Tooltip.uninstall(cells, tooltip);
            onHover.accept(null);
        } else {
            tooltip.setText(FleetWords.server(cells.states(), server, cells.metric()));
            Tooltip.install(cells, tooltip);
            onHover.accept(cells.states().server(server));
        }
    }

    private void click(MouseEvent event) {
        int server = cells.at(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && server != NONE) {
            cells.requestFocus();
            choose(server);
            onServer.accept(cells.states().server(server));
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(-1);
            case RIGHT -> move(1);
            case UP -> move(-perRow());
            case DOWN -> move(perRow());
            case ENTER, SPACE -> {
                if (known(chosen)) {
                    onServer.accept(cells.states().server(chosen));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int perRow() {
        int pool = pool(Math.max(0, chosen));
        boolean laid = pool < cells.cellLayout().blocks().size();
        return laid ? cells.cellLayout().blocks().get(pool).perRow() : 1;
    }

    private void move(int by) {
        int last = cells.states().size() - 1;
        if (last >= 0) {
            choose(chosen == NONE ? 0 : Math.clamp(chosen + by, 0, last));
        }
    }

    private void choose(int server) {
        chosen = server;
        follow();
        cells.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
