package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.ui.kit.Flash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Sets up the table of alarms, keeps its selection, and knows which rows are drawn.
final class AlarmTable {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final double ROW = 33;
    private static final double HEADER = 30;
    private static final int LEAST_ROWS = 3;

    private final TableView<AlarmLine> table;
    private final AlarmsModel model;
    private boolean keeping;

    AlarmTable(TableView<AlarmLine> table, AlarmsModel model) {
        this.table = table;
        this.model = model;
    }

    /// To be called once.
    ///
    /// @param chosen called when the operator selects other rows
    void setUp(Flash flash, Runnable chosen) {
        List<Supplier<TableCell<AlarmLine, AlarmRow>>> cells =
                List.of(
                        () -> new MarkCell(flash),
                        () -> new RowCell(r -> AlarmWords.clock(r.alarm().since()), false),
                        () -> new RowCell(AlarmRow::lasts, false),
                        () -> new RowCell(r -> AlarmWords.source(r.alarm().subject()), false),
                        () -> new RowCell(AlarmTable::what, false),
                        () -> new RowCell(AlarmRow::value, false),
                        () -> new RowCell(AlarmRow::limit, false),
                        () -> new RowCell(AlarmRow::state, true));
        for (int i = 0; i < cells.size(); i++) {
            dress(i, cells.get(i));
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.rows());
        table.maxHeightProperty()
                .bind(
                        Bindings.max(LEAST_ROWS, Bindings.size(model.rows()))
                                .multiply(ROW)
                                .add(HEADER));
        table.setRowFactory(_ -> new Row());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> tell(chosen));
        table.getSelectionModel().getSelectedIndices().subscribe(() -> tell(chosen));
        table.addEventFilter(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                key -> {
                    boolean right = key.getCode() == KeyCode.RIGHT;
                    if (right || key.getCode() == KeyCode.LEFT) {
                        unfold(right);
                        key.consume();
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private void dress(int place, Supplier<TableCell<AlarmLine, AlarmRow>> cell) {
        TableColumn<AlarmLine, AlarmRow> column =
                (TableColumn<AlarmLine, AlarmRow>) table.getColumns().get(place);
        column.setCellValueFactory(line -> line.getValue().rowProperty());
        column.setCellFactory(_ -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
    }

    /// Keeps rows in their places while the pointer is over them or over what acts on them.
    void holdUnder(Node area) {
        area.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> model.touch());
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.touch());
        area.hoverProperty()
                .subscribe(hover -> {
                    if (!hover) {
                        model.leave();
                    }
                });
    }

    private void tell(Runnable chosen) {
        if (!keeping) {
            chosen.run();
        }
    }

    private static String what(AlarmRow row) {
        return switch (row.look()) {
            case FOLDED -> "▸  " + row.what();
            case OPEN -> "▾  " + row.what();
            default -> row.what();
        };
    }

    private void unfold(boolean unfolded) {
        AlarmLine line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            keep(() -> model.unfold(line.row().id(), unfolded));
        }
    }

    /// Changes rows and leaves selected what was selected before.
    void keep(Runnable change) {
        var selection = table.getSelectionModel();
        List<AlarmLine> before = new ArrayList<>(selection.getSelectedItems());
        AlarmLine lead = selection.getSelectedItem();
        List<AlarmLine> rows = List.copyOf(model.rows());
        keeping = true;
        change.run();
        if (!rows.equals(model.rows())) {
            selection.clearSelection();
            before.stream()
                    .filter(l -> l != null && !l.equals(lead) && model.rows().contains(l))
                    .forEach(selection::select);
            if (lead != null && model.rows().contains(lead)) {
                selection.select(lead);
            }
        }
        keeping = false;
    }

    /// Selects the first row, if there is one.
    void selectFirst() {
        if (!model.rows().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /// The row looked at; null if none is.
    @Nullable AlarmRow lead() {
        AlarmLine line = table.getSelectionModel().getSelectedItem();
        return line == null ? null : line.row();
    }

    /// Every alarm of the selected rows.
    List<Alarm> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .flatMap(line -> line.row().all().stream())
                .toList();
    }

    /// The alarms that wait for an answer among the rows drawn now, top to bottom. A folded row
    /// stands for all it counts. Rows of which less than half is to be seen do not count.
    List<Alarm> drawn() {
        Node clip = table.lookup(".clipped-container");
        if (clip == null) {
            return List.of();
        }
        Bounds view = clip.localToScene(clip.getLayoutBounds());
        return table.lookupAll(".table-row-cell").stream()
                .filter(n -> n instanceof TableRow<?> && n.isVisible())
                .map(n -> (TableRow<?>) n)
                .filter(row -> !row.isEmpty() && within(view, row))
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .flatMap(row ->
                        row.getItem() instanceof AlarmLine line && line.row().asks()
                                ? line.row().all().stream()
                                : java.util.stream.Stream.<Alarm>empty())
                .filter(alarm -> alarm.state().unacknowledged())
                .toList();
    }

    private static boolean within(Bounds view, Node row) {
        Bounds at = row.localToScene(row.getLayoutBounds());
        return at.getCenterY() >= view.getMinY() && at.getCenterY() <= view.getMaxY();
    }

    /// Tints rows of high priority that wait for an answer.
    private static final class Row extends TableRow<AlarmLine> {
        private javafx.util.Subscription news = javafx.util.Subscription.EMPTY;

        @Override
        protected void updateItem(@Nullable AlarmLine line, boolean empty) {
            super.updateItem(line, empty);
            news.unsubscribe();
            news = javafx.util.Subscription.EMPTY;
            if (empty || line == null) {
                pseudoClassStateChanged(URGENT, false);
            } else {
                news = line.rowProperty().subscribe(this::tint);
            }
        }

        private void tint(AlarmRow row) {
            boolean high = row.alarm().priority() == io.spillway.alarm.rule.Priority.HIGH;
            pseudoClassStateChanged(URGENT, high && row.asks() && row.alarm().state().active());
        }
    }
}
