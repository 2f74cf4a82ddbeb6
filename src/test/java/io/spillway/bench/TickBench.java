package io.spillway.bench;

import com.sun.management.OperatingSystemMXBean;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Setup;
import io.spillway.app.graph.Desks;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// What a whole console costs, its Board visible, on a practice fleet of many servers that another
/// process serves over loopback: one poll a second. `--servers N` (10,000), `--minutes N` (20, of
/// which the first quarter warms up), `--wall` for the wall in the console's place, `--json`.
public final class TickBench {
    private static final long MINUTE = 60_000;

    private final OperatingSystemMXBean machine =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Lateness lateness = new Lateness();
    private final Pulses pulses = new Pulses();
    private final List<Long> heap = new ArrayList<>();

    private final boolean wall;

    private TickBench(boolean wall) {
        this.wall = wall;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int servers = FleetProcess.number(words, "--servers", 10_000);
        int minutes = FleetProcess.number(words, "--minutes", 20);
        try (FleetProcess fleet = FleetProcess.start(servers)) {
            new TickBench(words.contains("--wall"))
                    .run(fleet.setup(), servers, minutes, words.contains("--json"));
        } finally {
            Platform.exit();
        }
    }

    private void run(Setup setup, int servers, int minutes, boolean json) throws Exception {
        Platform.startup(() -> {});
        try (DeskSession session = new Desks(InstantSource.system()).open(setup, true);
                AutoCloseable _ = session.desk().watch(lateness::seen)) {
            FutureTask<Runnable> shown =
                    new FutureTask<>(() -> wall ? BenchWall.show(session) : show(session));
            Platform.runLater(shown);
            Runnable close = shown.get();
            Platform.runLater(pulses::start);
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
            Platform.runLater(close);
        }
    }

    private static Runnable show(DeskSession session) {
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
        return console::close;
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
                                + "\"later100Millis\":%d,\"pictureLateP99Millis\":%.0f}%n"
                        : "%d servers: %.3f of one core; FX thread a pulse %.2f ms p99, of those"
                                + " that draw %.2f ms median, %.2f ms p99; live heap %.0f MB, %.2f %%"
                                + " a minute; ticks begin late by %.0f ms p99, %.0f ms at most,"
                                + " %d of them by more than 100 ms; their Pictures %.0f ms p99%n";
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
                lateness.begun(0.99),
                lateness.begun(1),
                lateness.later(100),
                lateness.there(0.99));
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
}
