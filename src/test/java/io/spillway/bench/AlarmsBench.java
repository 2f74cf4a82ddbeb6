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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;

/// What a flood of 500 alarms in 10 seconds costs: the desk's tick, and what keeps the FX thread
/// busy from one pulse to the next, on the Alarms screen and on the Board. Each round opens a
/// console of its own: 20 s before the first alarm, the flood, and 20 s with all of them. Pictures
/// come five times a second, as fast as a console takes them, with 60 pulses a second. Counted is
/// from the first alarm on, after some rounds to warm up.
public final class AlarmsBench {
    private static final int WARM = 3;
    private static final int ROUNDS = 10;
    private static final int TICKS = FloodedFleet.DELAY + FloodedFleet.SPAN + 20;
    private static final int PULSES = 12;
    private static final int CALM_PULSES = 4;

    private AlarmsBench() {}

    /// One line a figure; with `--json` one JSON object a line.
    public static void main(String[] arguments)
            throws IOException, JournalException, InterruptedException, ExecutionException {
        boolean json = List.of(arguments).contains("--json");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        for (Screen screen : List.of(Screen.ALARMS, Screen.BOARD)) {
            for (int i = 0; i < WARM; i++) {
                round(screen, new Costs());
            }
            Costs costs = new Costs();
            for (int i = 0; i < ROUNDS; i++) {
                round(screen, costs);
            }
            costs.print(screen.name().toLowerCase(Locale.ROOT), json);
        }
        Platform.exit();
    }

    private static void round(Screen screen, Costs costs)
            throws IOException, JournalException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("alarms-bench");
        try (FloodedFleet fleet = new FloodedFleet(folder)) {
            Window window = fx(() -> new Window(fleet.desk(), screen));
            for (int second = 0; second < TICKS; second++) {
                boolean flood = second > FloodedFleet.DELAY;
                long begin = System.nanoTime();
                Picture picture = fleet.step();
                long step = System.nanoTime() - begin;
                int pulses = flood ? PULSES : CALM_PULSES;
                fx(() -> window.show(picture, pulses)).await();
                if (flood) {
                    costs.add(step, fx(window.pulses::seen));
                }
            }
            fx(window::close);
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

    private static <T> T fx(Callable<T> call) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(call);
        Platform.runLater(task);
        return task.get();
    }

    private static final class Window {
        private final Console console;
        private final Stage stage = new Stage();
        private final Pulses pulses = new Pulses();

        Window(DeskPort desk, Screen screen) {
            FirstRunOffer offer = new FirstRunOffer("", null, null);
            console = new Console(desk, Theme.NIGHT, new FxDispatcher(), offer, () -> "bench");
            stage.setScene(console.scene(1280, 720));
            stage.show();
            console.show(screen);
            pulses.start();
        }

        CountDownLatch show(Picture picture, int count) {
            return pulses.count(count, () -> console.show(picture));
        }

        boolean close() {
            pulses.stop();
            console.close();
            stage.close();
            return true;
        }
    }

    /// What was measured on one screen.
    private static final class Costs {
        private final List<Long> desk = new ArrayList<>();
        private final List<Pulses.Pulse> all = new ArrayList<>();
        private final List<Pulses.Pulse> heaviest = new ArrayList<>();

        void add(long step, List<Pulses.Pulse> pulses) {
            desk.add(step);
            all.addAll(pulses);
            heaviest.add(
                    new Pulses.Pulse(
                            pulses.stream().mapToLong(Pulses.Pulse::cpu).max().orElse(0),
                            pulses.stream().mapToLong(Pulses.Pulse::clock).max().orElse(0)));
        }

        void print(String screen, boolean json) {
            print(screen, "every pulse, cpu", all.stream().map(Pulses.Pulse::cpu), json);
            print(screen, "every pulse, clock", all.stream().map(Pulses.Pulse::clock), json);
            print(screen, "heaviest pulse, cpu", heaviest.stream().map(Pulses.Pulse::cpu), json);
            print(
                    screen,
                    "heaviest pulse, clock",
                    heaviest.stream().map(Pulses.Pulse::clock),
                    json);
            print(screen, "desk's tick, clock", desk.stream(), json);
        }

        private static void print(String screen, String what, Stream<Long> nanos, boolean json) {
            List<Long> all = nanos.sorted().toList();
            double median = all.get(all.size() / 2) / 1e6;
            double p99 = all.get(all.size() * 99 / 100) / 1e6;
            double most = all.getLast() / 1e6;
            String form =
                    json
                            ? "{\"screen\":\"%s\",\"what\":\"%s\",\"n\":%d,\"medianMillis\":%.2f,"
                                    + "\"p99Millis\":%.2f,\"maxMillis\":%.2f}%n"
                            : "%-7s %-22s %5d: %6.2f ms median, %6.2f ms p99, %6.2f ms max%n";
            System.out.printf(Locale.ROOT, form, screen, what, all.size(), median, p99, most);
        }
    }
}
