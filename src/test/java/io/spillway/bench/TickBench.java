package io.spillway.bench;

import com.sun.management.OperatingSystemMXBean;
import io.spillway.app.Main;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Setup;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.graph.Desks;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// What a whole console costs, its Board visible, on a practice fleet of many servers that another
/// process serves over loopback: one poll a second. `--servers N` (10,000), `--minutes N` (20, of
/// which the first quarter warms up), `--json`.
public final class TickBench {
    private static final long MINUTE = 60_000;

    private final OperatingSystemMXBean machine =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Lateness lateness = new Lateness();
    private final Pulses pulses = new Pulses();
    private final List<Long> heap = new ArrayList<>();

    private TickBench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int servers = number(words, "--servers", 10_000);
        int minutes = number(words, "--minutes", 20);
        Path folder = Files.createTempDirectory("tick-bench");
        Process fleet = fleet(folder, servers);
        try {
            new TickBench().run(folder, servers, minutes, words.contains("--json"));
        } finally {
            fleet.destroyForcibly().waitFor();
            delete(folder);
            Platform.exit();
        }
    }

    private static int number(List<String> words, String name, int otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }

    /// In a process of its own, so that what it costs is not counted.
    private static Process fleet(Path folder, int servers) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "practice",
                                "calm",
                                "--speed",
                                "1",
                                "--servers",
                                Integer.toString(servers),
                                "--config-out",
                                folder.resolve("fleet.yaml").toString(),
                                "--state",
                                folder.resolve("fleet").toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // It says so once it serves.
        if (process.inputReader().readLine() == null) {
            throw new IllegalStateException("The practice fleet did not start");
        }
        return process;
    }

    private void run(Path folder, int servers, int minutes, boolean json) throws Exception {
        Path file = folder.resolve("fleet.yaml");
        Path state = Files.createDirectory(folder.resolve("state"));
        Setup setup = new Setup(ConfigFile.load(file, System::getenv), null, state, file);
        Platform.startup(() -> {});
        try (DeskSession session = new Desks(InstantSource.system()).open(setup, true);
                AutoCloseable _ = session.desk().watch(lateness::seen)) {
            FutureTask<Console> shown = new FutureTask<>(() -> show(session));
            Platform.runLater(shown);
            Console console = shown.get();
            int warm = Math.max(1, minutes / 4);
            watch(warm);
            long cpu = machine.getProcessCpuTime();
            long begin = System.nanoTime();
            lateness.begin();
            CountDownLatch over = new CountDownLatch(1);
            Platform.runLater(() -> pulses.count(Integer.MAX_VALUE, over::countDown));
            over.await();
            heap.clear();
            watch(minutes - warm);
            double busy =
                    (machine.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - begin);
            FutureTask<List<Pulses.Pulse>> seen = new FutureTask<>(pulses::seen);
            Platform.runLater(seen);
            print(servers, busy, seen.get(), json);
            Platform.runLater(console::close);
        }
    }

    private Console show(DeskSession session) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        FxDispatcher dispatcher = new FxDispatcher();
        FirstRunOffer offer = new FirstRunOffer("", null, null);
        Console console =
                new Console(session.desk(), Theme.NIGHT, dispatcher, offer, () -> "bench");
        Stage stage = new Stage();
        stage.setScene(
                console.scene(
                        Math.min(1920, screen.getWidth()), Math.min(1080, screen.getHeight())));
        console.follow(dispatcher);
        stage.show();
        pulses.start();
        return console;
    }

    /// Lets it run, with one look at the live heap a minute. That look stops the world, so the
    /// ticks around it do not count as late.
    private void watch(int minutes) throws InterruptedException {
        for (int i = 0; i < minutes; i++) {
            new CountDownLatch(1).await(MINUTE, TimeUnit.MILLISECONDS);
            lateness.pause();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            heap.add(runtime.totalMemory() - runtime.freeMemory());
        }
    }

    private void print(int servers, double busy, List<Pulses.Pulse> seen, boolean json) {
        long[] all = seen.stream().mapToLong(Pulses.Pulse::cpu).sorted().toArray();
        // An idle window has pulses too while this measures: those that drew something tell more.
        long[] drawn = LongStream.of(all).filter(n -> n > 500_000).toArray();
        double mega = heap.getLast() / 1e6;
        double slope = 100 * slope() / heap.getFirst();
        String form =
                json
                        ? "{\"servers\":%d,\"coreShare\":%.3f,\"pulseP99Millis\":%.2f,"
                                + "\"drawnPulseMedianMillis\":%.2f,\"drawnPulseP99Millis\":%.2f,"
                                + "\"heapMegabytes\":%.0f,\"heapSlopePercentAMinute\":%.2f,"
                                + "\"lateP99Millis\":%.0f,\"lateMaxMillis\":%.0f,"
                                + "\"later100Millis\":%d}%n"
                        : "%d servers: %.3f of one core; FX thread a pulse %.2f ms p99, of those"
                                + " that draw %.2f ms median, %.2f ms p99; live heap %.0f MB, %.2f %%"
                                + " a minute; ticks late by %.0f ms p99, %.0f ms at most,"
                                + " %d of them by more than 100 ms%n";
        System.out.printf(
                Locale.ROOT,
                form,
                servers,
                busy,
                at(all, 0.99),
                at(drawn, 0.5),
                at(drawn, 0.99),
                mega,
                slope,
                lateness.at(0.99),
                lateness.at(1),
                lateness.later(100));
    }

    /// Bytes a minute, by least squares.
    private double slope() {
        double middle = (heap.size() - 1) / 2.0;
        double mean = heap.stream().mapToLong(Long::longValue).average().orElse(0);
        double up = 0;
        double down = 0;
        for (int i = 0; i < heap.size(); i++) {
            up += (i - middle) * (heap.get(i) - mean);
            down += (i - middle) * (i - middle);
        }
        return down > 0 ? up / down : 0;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
