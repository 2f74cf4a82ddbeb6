package io.spillway.ui.servers;

import io.spillway.fleet.Metric;
import io.spillway.ui.kit.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the table of servers, by the ids that they have in its file: what their cells
/// show, what rows can be ordered by, and which are shown.
final class ServerColumns {
    private static final Map<String, ServerKey> KEYS =
            Map.of(
                    "server", ServerKey.NAME,
                    "pool", ServerKey.POOL,
                    "cpu", ServerKey.CPU,
                    "requests", ServerKey.REQUESTS,
                    "inFlight", ServerKey.IN_FLIGHT,
                    "queue", ServerKey.QUEUE,
                    "latency", ServerKey.LATENCY,
                    "errors", ServerKey.ERRORS,
                    "applied", ServerKey.APPLIED,
                    "share", ServerKey.SHARE);

    /// The one that is always shown: without it rows say nothing.
    private static final String NAME = "server";

    private final TableView<ServerLine> table;
    private final Map<String, TableColumn<ServerLine, ServerFacts>> columns = new LinkedHashMap<>();

    ServerColumns(TableView<ServerLine> table) {
        this.table = table;
        Map<String, Supplier<FactsCell>> cells = cells();
        for (TableColumn<ServerLine, ?> any : table.getColumns()) {
            @SuppressWarnings("unchecked")
            TableColumn<ServerLine, ServerFacts> column =
                    (TableColumn<ServerLine, ServerFacts>) any;
            Supplier<FactsCell> cell = cells.get(column.getId());
            column.setCellValueFactory(line -> line.getValue());
            column.setCellFactory(_ -> cell == null ? new FactsCell(_ -> "", _ -> "") : cell.get());
            column.setReorderable(false);
            column.setSortable(KEYS.containsKey(column.getId()));
            columns.put(column.getId(), column);
        }
    }

    private static Map<String, Supplier<FactsCell>> cells() {
        Map<String, Supplier<FactsCell>> cells = new LinkedHashMap<>();
        cells.put(NAME, NameCell::new);
        cells.put("pool", () -> new FactsCell(f -> f.server().pool(), _ -> ""));
        cells.put("cpu", CpuCell::new);
        cells.put("requests", () -> new ReadingCell(Metric.REQUESTS, ServerColumns::rate));
        cells.put("inFlight", () -> new ReadingCell(Metric.IN_FLIGHT, Format::count));
        cells.put("queue", () -> new ReadingCell(Metric.QUEUE, Format::count));
        cells.put(
                "latency",
                () -> new ReadingCell(Metric.LATENCY, v -> Format.latency(v).toString()));
        cells.put(
                "errors",
                () -> new ReadingCell(Metric.ERRORS, v -> Format.percent(v, 1).toString()));
        cells.put("intended", () -> new FactsCell(ServerFacts::intendedText, _ -> ""));
        cells.put("applied", AppliedCell::new);
        cells.put("share", () -> new FactsCell(ServerFacts::shareText, _ -> ""));
        cells.put("state", () -> new FactsCell(ServerFacts::stateText, _ -> ""));
        return cells;
    }

    private static String rate(double perSecond) {
        return perSecond < 9.95 ? Format.rate(perSecond).value() : Format.count(perSecond);
    }

    /// What a column orders rows by.
    static ServerKey key(TableColumn<ServerLine, ?> column) {
        return KEYS.getOrDefault(column.getId(), ServerKey.NAME);
    }

    /// Lets a menu show and hide columns.
    void offer(MenuButton menu) {
        columns.forEach((id, column) -> {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setDisable(id.equals(NAME));
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            menu.getItems().add(item);
        });
    }

    /// The ids of the columns shown.
    List<String> shown() {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().isVisible())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Shows these columns and no others; ids that there are none of say nothing.
    void show(List<String> ids) {
        columns.forEach((id, column) -> column.setVisible(id.equals(NAME) || ids.contains(id)));
    }

    /// The id of the column that rows are ordered by, empty for none.
    String sort() {
        return table.getSortOrder().isEmpty() ? "" : table.getSortOrder().getFirst().getId();
    }

    /// True if the lowest come first.
    boolean ascending() {
        return !table.getSortOrder().isEmpty()
                && table.getSortOrder().getFirst().getSortType() == TableColumn.SortType.ASCENDING;
    }

    /// Orders rows by a column; an id that there is none of changes nothing.
    void sort(String id, boolean ascending) {
        TableColumn<ServerLine, ServerFacts> column = columns.get(id);
        if (column != null && column.isSortable()) {
            column.setSortType(
                    ascending ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(column));
        }
    }
}
