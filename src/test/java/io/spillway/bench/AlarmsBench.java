package io.spillway.bench;

import io.spillway.desk.DeskPort;
import io.spillway.desk.FloodedFleet;
import io.spillway.desk.Picture;
import io.spillway.journal.JournalException;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;

/// What a flood of 500 alarms in 10 seconds costs: the desk's tick, and what drawing its Picture
/// keeps the FX thread for (taking the Picture over, CSS and layout), on the Alarms screen and on
/// the Board. A round is 20 s before the first alarm, the flood, and 20 s with all of them.
public final class AlarmsBench {
    private static final int WARM = 3;
    private static final int ROUNDS = 10;
    private static final int TICKS = FloodedFleet.DELAY + FloodedFleet.SPAN + 20;

    private AlarmsBench() {}

    /// One line a figure; with `--json` one JSON object a line.
    public static void main(String[] arguments)
            throws IOException, JournalException, InterruptedException, ExecutionException {
        boolean json = List.of(arguments).contains("--json");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        for (Screen screen : List.of(Screen.ALARMS, Screen.BOARD)) {
            Times desk = new Times();
            Times wall = new Times();
            Times cpu = new Times();
            for (int i = 0; i < WARM + ROUNDS; i++) {
                if (i == WARM) {
                    desk = new Times();
                    wall = new Times();
                    cpu = new Times();
                }
                round(screen, desk, wall, cpu);
            }
            String name = screen.name().toLowerCase(Locale.ROOT);
            wall.print(name, "fx-thread", json);
            cpu.print(name, "fx-thread-cpu", json);
            desk.print(name, "desk-tick", json);
        }
        Platform.exit();
    }

    private static void round(Screen screen, Times desk, Times wall, Times cpu)
            throws IOException, JournalException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("alarms-bench");
        try (FloodedFleet fleet = new FloodedFleet(folder)) {
            Window window = fx(() -> new Window(fleet.desk(), screen));
            for (int second = 0; second < TICKS; second++) {
                boolean flood = second > FloodedFleet.DELAY;
                long begin = System.nanoTime();
                Picture picture = fleet.step();
                long step = System.nanoTime() - begin;
                long[] cost = fx(() -> window.show(picture));
                if (flood) {
                    desk.add(step);
                    wall.add(cost[0]);
                    cpu.add(cost[1]);
                }
            }
            fx(() -> {
                window.close();
                return true;
            });
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static <T> T fx(java.util.concurrent.Callable<T> call)
            throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(call);
        Platform.runLater(task);
        return task.get();
    }

    private static final class Window {
        private final Console console;
        private final Stage stage = new Stage();

        Window(DeskPort desk, Screen screen) {
            FirstRunOffer offer = new FirstRunOffer("", "", null);
            console = new Console(desk, Theme.NIGHT, new FxDispatcher(), offer, () -> "bench");
            stage.setScene(console.scene(1280, 720));
            stage.show();
            console.show(screen);
        }

        /// Wall and CPU nanoseconds of the FX thread.
        long[] show(Picture picture) {
            var threads = ManagementFactory.getThreadMXBean();
            Parent root = stage.getScene().getRoot();
            long cpu = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            console.show(picture);
            root.applyCss();
            root.layout();
            return new long[] {System.nanoTime() - begin, threads.getCurrentThreadCpuTime() - cpu};
        }

        void close() {
            console.close();
            stage.close();
        }
    }

    /// Durations of one kind.
    private static final class Times {
        private final List<Long> nanos = new ArrayList<>();

        void add(long time) {
            nanos.add(time);
        }

        void print(String screen, String what, boolean json) {
            List<Long> all = nanos.stream().sorted().toList();
            double median = all.get(all.size() / 2) / 1e6;
            double p99 = all.get(all.size() * 99 / 100) / 1e6;
            String form =
                    json
                            ? "{\"screen\":\"%s\",\"what\":\"%s\",\"ticks\":%d,"
                                    + "\"medianMillis\":%.2f,\"p99Millis\":%.2f}%n"
                            : "%-7s %-14s %d ticks: %6.2f ms median, %6.2f ms p99%n";
            System.out.printf(Locale.ROOT, form, screen, what, all.size(), median, p99);
        }
    }
}
