package io.spillway.ui.plan;

import io.spillway.desk.PlanRequest;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.PoolInput;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets weights be dragged in the chart or typed in the table, shows at once what each server would
/// come to, and asks for the plan of what was settled on.
final class PlanEditor implements BeforeAfterChart.Drag {
    private final BeforeAfterChart chart;
    private final PlanTable table;
    private final Runnable changed;
    private final Consumer<PlanRequest> settled;

    private @Nullable WeightEdit edit;
    private List<String> order = List.of();
    private boolean unchecked;

    /// @param changed called after each change
    /// @param settled called once weights are let go or typed
    PlanEditor(
            BeforeAfterChart chart,
            PlanTable table,
            Runnable changed,
            Consumer<PlanRequest> settled) {
        this.chart = chart;
        this.table = table;
        this.changed = changed;
        this.settled = settled;
    }

    /// Begins with a plan's weights.
    void begin(PoolInput input, Plan plan) {
        WeightEdit made = new WeightEdit(input, plan.goal());
        edit = made;
        unchecked = false;
        order = made.order();
        table.edit(made, this::typed);
        chart.drag(this);
        show(made);
    }

    /// Lets go of all edits.
    void end() {
        edit = null;
        unchecked = false;
        chart.drag(null);
    }

    /// What is edited, null if nothing is.
    @Nullable WeightEdit edit() {
        return edit;
    }

    /// True while the desk has not yet checked what is shown.
    boolean unchecked() {
        return unchecked;
    }

    /// The desk has answered.
    void checked() {
        unchecked = false;
    }

    private void show(WeightEdit now) {
        table.refresh(now);
        chart.show(now.moves(order), now.limit());
    }

    @Override
    public String to(String server, double cpu) {
        WeightEdit now = edit;
        if (now == null) {
            return "";
        }
        set(now, server, now.weightFor(server, cpu));
        Move move = now.move(server);
        return Words.of(
                "plan.weight-at", server, move.weightAfter(), Format.percent(move.cpuAfter()));
    }

    @Override
    public void done() {
        WeightEdit now = edit;
        if (now != null) {
            settled.accept(now.request());
        }
    }

    private void typed(String server, int weight) {
        WeightEdit now = edit;
        if (now != null) {
            set(now, server, weight);
            done();
        }
    }

    private void set(WeightEdit now, String server, int weight) {
        now.set(server, weight);
        unchecked = true;
        show(now);
        changed.run();
    }
}
