package io.spillway.bench;

import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.SamplePictures;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/// What the table of servers costs the FX thread from one pulse to the next while somebody scrolls:
/// three rows each pulse, a Picture each second, another order every three. `--servers N` (10,000),
/// `--seconds N` (20, after 15 to warm up), `--json`.
public final class TableBench extends AnimationTimer {
    private static final int A_SECOND = 60;
    private static final int WARM = 15 * A_SECOND;
    private static final double NOTCH = 100;
    private static final int TURN = 400;

    private final List<Picture> pictures;
    private final Console console;
    private final Stage stage = new Stage();
    private final Pulses pulses = new Pulses();
    private int pulse;

    private TableBench(List<Picture> pictures) {
        this.pictures = pictures;
        DeskPort desk = new Still(pictures.getFirst());
        FirstRunOffer offer = new FirstRunOffer("", null, null);
        console = new Console(desk, Theme.NIGHT, new FxDispatcher(), offer, () -> "bench");
        stage.setScene(console.scene(1280, 720));
        stage.show();
        console.show(Screen.SERVERS);
        pulses.start();
        start();
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        boolean json = words.contains("--json");
        int servers = CostText.number(words, "--servers", 10_000);
        int count = A_SECOND * CostText.number(words, "--seconds", 20);
        FleetData data = FleetData.of(servers, SamplePictures.NOW.toEpochMilli());
        Picture base = SamplePictures.healthy();
        List<Picture> pictures =
                IntStream.range(0, data.ticks().size())
                        .mapToObj(i -> SamplePictures.later(base, data.at(i), i))
                        .toList();
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        ProcessCpu clock = new ProcessCpu();
        FutureTask<TableBench> made = new FutureTask<>(() -> new TableBench(pictures));
        Platform.runLater(made);
        TableBench bench = made.get();
        bench.count(WARM).await();
        long cpu = clock.nanos();
        bench.count(count).await();
        double process = (clock.nanos() - cpu) / 1e6 / count;
        FutureTask<List<Pulses.Pulse>> seen = new FutureTask<>(bench.pulses::seen);
        Platform.runLater(seen);
        print(servers, process, seen.get(), json);
        Platform.exit();
    }

    private CountDownLatch count(int pulses) throws Exception {
        FutureTask<CountDownLatch> begun =
                new FutureTask<>(() -> this.pulses.count(pulses, () -> {}));
        Platform.runLater(begun);
        return begun.get();
    }

    @Override
    public void handle(long now) {
        pulse++;
        if (pulse % A_SECOND == 0) {
            console.show(pictures.get(pulse / A_SECOND % pictures.size()));
        }
        Node flow = stage.getScene().lookup(".servers .virtual-flow");
        if (flow != null) {
            Event.fireEvent(flow, wheel(pulse / TURN % 2 == 0 ? -NOTCH : NOTCH));
        }
        if (pulse % (3 * A_SECOND) == A_SECOND / 2
                && stage.getScene().lookup(".servers .table-view") instanceof TableView<?> table) {
            sort(table, pulse / (3 * A_SECOND));
        }
    }

    private static <T> void sort(TableView<T> table, int turn) {
        List<TableColumn<T, ?>> columns =
                table.getColumns().stream().filter(TableColumn::isSortable).toList();
        table.getSortOrder().setAll(List.of(columns.get(turn % columns.size())));
    }

    private static ScrollEvent wheel(double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private static void print(int servers, double process, List<Pulses.Pulse> seen, boolean json) {
        long[] all = seen.stream().mapToLong(Pulses.Pulse::cpu).sorted().toArray();
        double mean = seen.stream().mapToLong(Pulses.Pulse::cpu).average().orElse(0) / 1e6;
        System.out.printf(
                Locale.ROOT,
                json
                        ? "{\"servers\":%d,\"ours\":{\"cpuMillis\":%.3f,\"fxMillis\":%.3f,"
                                + "\"fxMedianMillis\":%.3f,\"fxP99Millis\":%.3f,"
                                + "\"fxMaxMillis\":%.3f}}%n"
                        : "%d servers, scrolled: process CPU %.2f ms a pulse; FX thread %.2f ms a"
                                + " pulse, median %.2f, p99 %.2f, longest %.2f%n",
                servers,
                process,
                mean,
                all[all.length / 2] / 1e6,
                all[all.length * 99 / 100] / 1e6,
                all[all.length - 1] / 1e6);
    }

    /// A desk that only has one Picture.
    private record Still(Picture picture) implements DeskPort {
        @Override
        public AutoCloseable watch(Consumer<Picture> listener) {
            return () -> {};
        }

        @Override
        public CompletableFuture<Reply> send(Command command) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }
}
