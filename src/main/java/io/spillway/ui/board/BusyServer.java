package io.spillway.ui.board;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.MeterBar;
import io.spillway.ui.kit.RowView;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line on one of the servers nearest to their limits.
final class BusyServer extends HBox implements RowView<BusyServer.Busy> {
    private final Label name = new Label();
    private final MeterBar bar = new MeterBar();
    private final Label cpu = new Label();
    private final Label load = new Label();

    /// One of the busiest.
    ///
    /// @param cpu share of CPU, 0..1
    /// @param over true above its limit
    /// @param requests per second, NaN if unknown
    record Busy(String name, double cpu, boolean over, double requests) {}

    BusyServer() {
        getStyleClass().add("busy-server");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("name");
        cpu.getStyleClass().add("cpu");
        load.getStyleClass().addAll("load", "mute");
        setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(name, bar, cpu, load);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(Busy item) {
        name.setText(item.name());
        bar.show(item.cpu(), item.over());
        cpu.setText(Format.percent(item.cpu()).toString());
        load.setText(Format.rate(item.requests()).toString());
    }

    /// The servers with the least headroom among those with a live CPU value, the worst first.
    static List<Busy> of(FleetState fleet, int most) {
        FleetIndex index = new FleetIndex(fleet);
        return IntStream.range(0, fleet.servers().size())
                .filter(i -> fleet.quality(Metric.CPU, i) == Quality.LIVE)
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                i -> index.limit(i) - fleet.value(Metric.CPU, i)))
                .limit(most)
                .map(i -> busy(fleet, index, i))
                .toList();
    }

    private static Busy busy(FleetState fleet, FleetIndex index, int i) {
        double cpu = fleet.value(Metric.CPU, i);
        return new Busy(
                fleet.servers().get(i).name(),
                cpu,
                cpu > index.limit(i),
                fleet.value(Metric.REQUESTS, i));
    }
}
