package io.spillway.ui.plan;

import io.spillway.fleet.Knob;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.KnobWords;
import io.spillway.ui.kit.Tables;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The table of a plan, with the columns that its kind needs.
final class PlanTable {
    private static final List<String> WEIGHTS =
            List.of(
                    "kit.server",
                    "plan.cpu-now",
                    "kit.after",
                    "plan.weight-now",
                    "kit.after",
                    "plan.share-of-load");
    private static final List<String> EDITED =
            List.of(
                    "kit.server",
                    "plan.cpu-now",
                    "kit.after",
                    "plan.weight",
                    "kit.after",
                    "plan.share",
                    "kit.queue",
                    "plan.latency");
    private static final List<String> STATES =
            List.of(
                    "kit.server",
                    "plan.state-now",
                    "kit.after",
                    "plan.cpu-now",
                    "kit.after",
                    "plan.share-now",
                    "kit.after");
    private static final List<String> CLASSES =
            List.of(
                    "plan.class",
                    "plan.offered",
                    "plan.admitted-now",
                    "kit.after",
                    "plan.refused-now",
                    "kit.after");
    private static final List<String> KNOBS = List.of("kit.what", "kit.now-heading", "kit.after");

    /// The column of weights to be.
    private static final int WEIGHT = 4;

    private final TableView<PlanRow> table;
    private List<String> heads = List.of();

    PlanTable(TableView<PlanRow> table) {
        this.table = table;
    }

    /// Shows what a plan changes.
    void show(Plan plan) {
        if (!plan.classes().isEmpty() && plan.kind().equals("gate")) {
            rows(CLASSES, plan.classes().stream().map(PlanTable::row).toList());
        } else if (sets(plan, Knob.Kind.STATE)) {
            rows(STATES, states(plan));
        } else if (plan.goal().isEmpty() || sets(plan, Knob.Kind.WEIGHT)) {
            rows(
                    WEIGHTS,
                    plan.servers().stream()
                            .filter(m -> m.weightNow() != m.weightAfter())
                            .map(m -> new PlanRow(m.name(), weight(m)))
                            .toList());
        } else {
            rows(KNOBS, plan.goal().entrySet().stream().map(e -> knob(plan, e)).toList());
        }
    }

    /// Shows every server of a pool, with weights that can be typed over.
    ///
    /// @param typed takes a server and its new weight
    void edit(WeightEdit edit, BiConsumer<String, Integer> typed) {
        rows(EDITED, edit.order().stream().map(n -> new PlanRow(n, edited(edit, n))).toList());
        @SuppressWarnings("unchecked")
        TableColumn<PlanRow, String> weight =
                (TableColumn<PlanRow, String>) table.getColumns().get(WEIGHT);
        weight.setCellFactory(_ -> new WeightCell(typed));
    }

    /// Shows what the edited weights would bring, at once.
    void refresh(WeightEdit edit) {
        table.getItems().forEach(row -> row.update(edited(edit, row.name())));
    }

    private static IntFunction<String> edited(WeightEdit edit, String server) {
        return i ->
                switch (i) {
                    case 6 -> queue(edit.queue(server));
                    case 7 -> Format.latency(edit.latency(server)).toString();
                    default -> weight(edit.move(server)).apply(i);
                };
    }

    private static String queue(double waiting) {
        return Double.isInfinite(waiting)
                ? Words.of("plan.queue-grows")
                : Double.isNaN(waiting) ? "–" : String.format(Locale.ROOT, "%.1f", waiting);
    }

    private static boolean sets(Plan plan, Knob.Kind kind) {
        return plan.goal().keySet().stream().anyMatch(k -> k.kind() == kind);
    }

    /// Shows columns whose heads have these keys.
    private void rows(List<String> names, List<PlanRow> rows) {
        if (!names.equals(heads)) {
            heads = names;
            List<TableColumn<PlanRow, String>> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(column(Words.of(names.get(i)), i));
            }
            table.getColumns().setAll(columns);
            Tables.plain(table);
        }
        table.getItems().setAll(rows);
    }

    static TableColumn<PlanRow, String> column(String head, int place) {
        TableColumn<PlanRow, String> column = new TableColumn<>(head);
        column.setCellValueFactory(cell -> cell.getValue().text(place));
        column.getStyleClass().add(place == 0 ? "strong" : "number");
        return column;
    }

    static IntFunction<String> weight(Move m) {
        return i ->
                switch (i) {
                    case 0 -> m.name();
                    case 1 -> Format.percent(m.cpuNow()).toString();
                    case 2 -> Format.percent(m.cpuAfter()).toString();
                    case 3 -> Integer.toString(m.weightNow());
                    case 4 -> Integer.toString(m.weightAfter());
                    default -> Format.signedPercent(PlanModel.shareChange(m)).toString();
                };
    }

    /// Servers that are changed come first, then those that get or lose load, busiest first.
    private static List<PlanRow> states(Plan plan) {
        Set<String> changed =
                plan.goal().keySet().stream()
                        .map(Knob::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return plan.servers().stream()
                .filter(m -> changed.contains(m.name()) || m.changesShare())
                .sorted(
                        Comparator.comparing((Move m) -> !changed.contains(m.name()))
                                .thenComparingDouble(m -> -m.cpuAfter()))
                .map(m -> new PlanRow(m.name(), state(plan, m)))
                .toList();
    }

    private static IntFunction<String> state(Plan plan, Move m) {
        Knob knob = Knob.state(m.name());
        return i ->
                switch (i) {
                    case 0 -> m.name();
                    case 1 -> now(plan, knob);
                    case 2 -> {
                        Integer goal = plan.goal().get(knob);
                        yield goal == null ? now(plan, knob) : KnobWords.say(knob, goal);
                    }
                    case 3 -> Format.percent(m.cpuNow()).toString();
                    case 4 -> m.shareAfter() > 0 ? Format.percent(m.cpuAfter()).toString() : "–";
                    case 5 -> Format.percent(m.shareNow(), 1).toString();
                    default -> Format.percent(m.shareAfter(), 1).toString();
                };
    }

    /// A value on the balancers; those that differ are all named.
    private static String now(Plan plan, Knob knob) {
        return plan.balancers().values().stream()
                .map(values -> {
                    Integer value = knob.among(values);
                    return value == null ? "–" : KnobWords.say(knob, value);
                })
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static PlanRow row(ClassMove c) {
        return new PlanRow(
                c.name(),
                i ->
                        switch (i) {
                            case 0 -> c.name();
                            case 1 -> Format.rate(c.offered()).toString();
                            case 2 -> Format.rate(c.admittedNow()).toString();
                            case 3 -> Format.rate(c.admittedAfter()).toString();
                            case 4 -> refused(c.offered(), c.admittedNow(), c.shedNow());
                            default -> refused(c.offered(), c.admittedAfter(), c.shedAfter());
                        });
    }

    private static String refused(double offered, double admitted, int shed) {
        boolean known = offered > 0 && admitted >= 0;
        double share = known ? Math.max(0, 1 - admitted / offered) : shed / 1000.0;
        return Format.percent(share).toString();
    }

    private static PlanRow knob(Plan plan, Map.Entry<Knob, Integer> goal) {
        Knob knob = goal.getKey();
        return new PlanRow(
                knob.name(),
                i ->
                        switch (i) {
                            case 0 -> knob.name();
                            case 1 -> now(plan, knob);
                            default -> KnobWords.say(knob, goal.getValue());
                        });
    }
}
