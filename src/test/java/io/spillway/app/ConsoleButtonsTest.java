package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Setup;
import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.graph.Desks;
import io.spillway.desk.Picture;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Slot;
import io.spillway.testing.ClosedLoop;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.TestBackends;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.FxToolkit;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The console's own buttons on a real HAProxy: operate, look at the plan, apply, undo.
@ExtendWith(FxToolkit.class)
class ConsoleButtonsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path dir;

    private final FxRobot robot = new FxRobot();
    private @Nullable Scene shownScene;

    @Test
    void aHotPoolIsEvenedOutByMouseAndGivenBack() throws Exception {
        int front = FreePorts.one();
        try (TestBackends backends = TestBackends.start(80, 4, 4, 2, 2, 1, 1);
                RealHaproxy haproxy =
                        RealHaproxy.start(
                                dir, EvenOutTest.sections(front, backends, "weight 100"));
                RealPrometheus prometheus = RealPrometheus.start(EvenOutTest.scrapes(backends));
                ClosedLoop clients = ClosedLoop.start(front, 64);
                DeskSession session = open(EvenOutTest.config(dir, haproxy, prometheus))) {
            assertThat(clients.throughput(10)).isPositive();
            Stage stage = FxToolkit.onFx(() -> show(session));
            try {
                operateApplyAndUndo(session);
            } finally {
                FxToolkit.onFx(stage::close);
            }
        }
    }

    private DeskSession open(Path file) throws Exception {
        Config config = ConfigFile.load(file, name -> null);
        Path state = dir.resolve("state");
        return new Desks(InstantSource.system()).open(new Setup(config, null, state, state), true);
    }

    private Stage show(DeskSession session) {
        FxDispatcher dispatcher = new FxDispatcher();
        Console console =
                new Console(
                        session.desk(),
                        Theme.NIGHT,
                        dispatcher,
                        new FirstRunOffer("", null, null),
                        () -> "ops-1");
        Stage stage = new Stage();
        shownScene = console.scene(1366, 720);
        stage.setScene(shownScene);
        console.follow(dispatcher);
        stage.setOnHidden(_ -> console.close());
        stage.show();
        return stage;
    }

    private Scene scene() {
        return Objects.requireNonNull(shownScene);
    }

    private void operateApplyAndUndo(DeskSession session) {
        // A plan made while load still rises would move less than is needed in the end.
        until(() -> full(session.desk().picture()));
        until(() -> shown(".card #apply"));
        open(".card #apply", () -> text(".plan-sheet #primary").equals("Operate to apply"));
        open(".plan-sheet #primary", () -> shown(".popover #name"));
        click(".popover #name");
        robot.write("ops-1");
        click(".popover #enter");
        until(() -> text(".plan-sheet #primary").startsWith("Apply "));
        click(".plan-sheet #primary");
        until(() -> texts(".plan-sheet .outcome").contains("read back"));
        until(() -> !session.desk().picture().leases().isEmpty());
        until(() -> busiestAboveMean(session.desk().picture()) <= 0.10);
        assertThat(weights(session)).doesNotContain(100);

        click(".plan-sheet #cancel");
        until(() -> !shown(".plan-sheet"));
        until(() -> shown(".row #undo"));
        open(
                ".row #undo",
                () -> text(".undo-sheet #primary").equals("Undo 6 weights on 1 balancer"));
        click(".undo-sheet #primary");
        until(() -> weights(session).stream().allMatch(w -> w == 100));
        until(() -> texts(".undo-sheet .outcome").contains("lb-1"));
    }

    private static List<Integer> weights(DeskSession session) {
        BalancerState balancer = session.desk().picture().fleet().balancers().getFirst();
        return balancer.slots().stream().map(Slot::weight).toList();
    }

    private static boolean full(Picture picture) {
        return IntStream.range(0, picture.fleet().servers().size())
                                .filter(i -> picture.fleet().value(Metric.CPU, i) > 0.97)
                                .count()
                        >= 2
                && picture.plans().stream().anyMatch(p -> p.before() > 0.97);
    }

    private static double busiestAboveMean(Picture picture) {
        double[] cpu =
                IntStream.range(0, picture.fleet().servers().size())
                        .mapToDouble(i -> picture.fleet().value(Metric.CPU, i))
                        .toArray();
        return IntStream.range(0, cpu.length).mapToDouble(i -> cpu[i]).max().orElse(1)
                - IntStream.range(0, cpu.length).mapToDouble(i -> cpu[i]).average().orElse(0);
    }

    private static void until(Callable<Boolean> wanted) {
        await().atMost(PATIENCE).until(wanted);
    }

    /// Clicks what opens something. A Picture may move it between the look and the click.
    private void open(String selector, Callable<Boolean> opened) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    if (!opened.call()) {
                        click(selector);
                    }
                    return opened.call();
                });
    }

    private boolean shown(String selector) {
        return FxToolkit.onFx(() -> {
            Node node = scene().lookup(selector);
            return node != null && node.isVisible();
        });
    }

    private void click(String selector) {
        Bounds bounds =
                FxToolkit.onFx(() -> {
                    Node node = scene().lookup(selector);
                    return node.localToScreen(node.getLayoutBounds());
                });
        robot.clickOn(bounds);
    }

    private String text(String selector) {
        return FxToolkit.onFx(
                () -> scene().lookup(selector) instanceof Labeled labeled ? labeled.getText() : "");
    }

    private String texts(String selector) {
        return FxToolkit.onFx(() ->
                String.join(
                        "\n",
                        scene().getRoot().lookupAll(selector + " .label").stream()
                                .map(n -> ((Labeled) n).getText())
                                .toList()));
    }
}
