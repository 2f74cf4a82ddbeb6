package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.ViewLoader.View;
import io.spillway.ui.servers.ServersController;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The table of servers under hands and new Pictures.
@ExtendWith(FxToolkit.class)
class ServersTableTest {
    private final Picture base = SamplePictures.healthy();

    private View<ServersController> servers() {
        return ConsoleGraph.loader(
                        new Acts(new ScriptedDesk(base), Runnable::run),
                        new Visits(),
                        Motion.SYSTEM,
                        SampleOffer.offer(),
                        () -> "ops-1")
                .load(FxmlFile.SERVERS, ServersController.class);
    }

    private static SampleFleet web(int size) {
        return new SampleFleet(SamplePictures.NOW.toEpochMilli()).pool("web", size, 0.4, 0.4);
    }

    private void show(View<ServersController> servers, SampleFleet fleet, int seconds) {
        servers.controller().show(SamplePictures.later(base, fleet.build(), seconds));
    }

    private static TableView<?> table(View<ServersController> servers) {
        return (TableView<?>) servers.root().lookup(".table-view");
    }

    private static Button button(View<ServersController> servers, String id) {
        return (Button) servers.root().lookup(id);
    }

    @Test
    void nothingHoldsTheOrderOnceTheChosenServerIsGone() {
        FxToolkit.onFx(() -> {
            View<ServersController> servers = servers();
            show(servers, web(4).set(Metric.CPU, "web-004", 0.9), 0);
            TableView<?> table = table(servers);
            Object hottest = table.getItems().getFirst();
            table.getSelectionModel().select(0);
            show(servers, web(4).set(Metric.CPU, "web-002", 0.8), 10);
            assertThat(table.getItems().getFirst()).isSameAs(hottest);
            assertThat(button(servers, "#held").isVisible()).isTrue();

            show(servers, web(3).set(Metric.CPU, "web-002", 0.8), 11);
            assertThat(table.getSelectionModel().isEmpty()).isTrue();
            assertThat(button(servers, "#held").isVisible()).isFalse();
            assertThat(button(servers, "#drain").isDisabled()).isTrue();
            Object second = table.getItems().getFirst();
            show(servers, web(3).set(Metric.CPU, "web-003", 0.8), 20);
            assertThat(table.getItems().getFirst()).isNotSameAs(second);
        });
    }

    @Test
    void serversOfOnePoolAreNotTakenForThoseOfAnother() {
        FxToolkit.onFx(() -> {
            View<ServersController> servers = servers();
            List<Server> twins = new ArrayList<>();
            FleetState made = web(3).pool("eu", 3, 0.3, 0.3).build();
            made.servers().forEach(s -> twins.add(named(s)));
            FleetState fleet =
                    new FleetState(
                            made.time(),
                            made.pools(),
                            twins,
                            made.values(),
                            made.sampleTimes(),
                            made.quality(),
                            List.of());
            servers.controller().show(SamplePictures.later(base, fleet, 0));
            servers.controller().look(List.of(twins.get(0), twins.get(4)));
            assertThat(table(servers).getItems()).hasSize(2);
            assertThat(button(servers, "#only").getText()).isEqualTo("2 chosen");
            assertThat(((Label) servers.root().lookup("#count")).getText()).startsWith("2 of 6");

            button(servers, "#only").fire();
            assertThat(table(servers).getItems()).hasSize(6);
            assertThat(button(servers, "#only").isVisible()).isFalse();

            servers.controller().look(List.of(twins.get(5)));
            servers.controller().look("s-00");
            assertThat(table(servers).getItems()).hasSize(6);
        });
    }

    /// Servers of both pools have the same names.
    private static Server named(Server server) {
        String number = server.name().substring(server.name().length() - 3);
        return new Server(server.pool(), "s-" + number, server.address());
    }
}
