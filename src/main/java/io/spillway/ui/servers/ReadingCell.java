package io.spillway.ui.servers;

import io.spillway.fleet.Metric;
import java.util.function.DoubleFunction;

/// A cell for one metric: hatched while its value is old, an en dash where there is none.
final class ReadingCell extends FactsCell {
    private final Metric metric;

    ReadingCell(Metric metric, DoubleFunction<String> format) {
        super(f -> format.apply(f.value(metric)), f -> f.remark(metric));
        this.metric = metric;
    }

    @Override
    void draw(ServerFacts facts) {
        super.draw(facts);
        mark(facts.old(metric), false);
    }
}
