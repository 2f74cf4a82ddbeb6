package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line on a pool that no plan would help: how even it is.
final class EvenPool extends HBox implements RowView<EvenPool.Evenness> {
    private final Label pool = new Label();
    private final Label figures = new Label();

    /// How even a pool is.
    ///
    /// @param figures the busiest and the mean, in words
    record Evenness(String pool, String figures) {}

    EvenPool() {
        getStyleClass().add("even-pool");
        setAlignment(Pos.CENTER_LEFT);
        pool.getStyleClass().add("strong");
        figures.getStyleClass().addAll("small", "mute");
        Region filler = new Region();
        setHgrow(filler, Priority.ALWAYS);
        getChildren().addAll(pool, filler, figures);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(Evenness item) {
        pool.setText(item.pool());
        figures.setText(item.figures());
    }

    /// Every pool without a plan.
    static List<Evenness> of(Picture picture) {
        Set<String> planned = picture.plans().stream().map(Plan::pool).collect(Collectors.toSet());
        return picture.fleet().pools().stream()
                .map(Pool::name)
                .filter(name -> !planned.contains(name))
                .map(name -> new Evenness(name, figures(picture.fleet(), name)))
                .toList();
    }

    private static String figures(FleetState fleet, String pool) {
        double max = 0;
        double sum = 0;
        int n = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            boolean known = fleet.quality(Metric.CPU, i) == Quality.LIVE;
            if (known && fleet.servers().get(i).pool().equals(pool)) {
                double cpu = fleet.value(Metric.CPU, i);
                max = Math.max(max, cpu);
                sum += cpu;
                n++;
            }
        }
        return n == 0
                ? Words.of("kit.no-live-data")
                : Words.of("board.busiest-mean", Format.percent(max), Format.percent(sum / n));
    }
}
