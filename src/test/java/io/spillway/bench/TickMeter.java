package io.spillway.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// What ticks of a contender cost. A tick is over two pulses after it was begun, when what it
/// changed is on the screen: JavaFX begins no pulse before the last one is drawn. The next one
/// comes no sooner than [#PAUSE] after it began, so that every contender draws every tick.
final class TickMeter {
    private static final long PAUSE = Long.getLong("pause", 20);

    private final Contender contender;
    private final ProcessCpu clock = new ProcessCpu();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final long[] process;
    private final long[] thread;
    private final double width;
    private final double height;
    private final int warm;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Stage stage = new Stage();
    private int tick;
    private int pulses = 2;
    private long begun;

    /// Milliseconds a tick: all divided by the number of ticks, and of single ticks the median and
    /// the 99th percentile.
    record Cost(double mean, double median, double p99) {}

    /// @param cpu of the whole process
    /// @param fx of the FX thread
    record Costs(Cost cpu, Cost fx) {}

    private TickMeter(Contender contender, int warm, int ticks, double width, double height) {
        this.contender = contender;
        this.width = width;
        this.height = height;
        this.warm = warm;
        this.process = new long[warm + ticks + 1];
        this.thread = new long[warm + ticks + 1];
    }

    /// Shows a contender in a window of its own and measures `ticks` ticks after `warm` others.
    static Costs measure(Supplier<Contender> contender, int warm, int ticks)
            throws InterruptedException, ExecutionException {
        return measure(contender, warm, ticks, PlotBench.WIDTH, PlotBench.HEIGHT);
    }

    /// The same in a window of another size: what the system does for a frame grows with it.
    static Costs measure(
            Supplier<Contender> contender, int warm, int ticks, double width, double height)
            throws InterruptedException, ExecutionException {
        FutureTask<TickMeter> show =
                new FutureTask<>(() -> {
                    TickMeter meter = new TickMeter(contender.get(), warm, ticks, width, height);
                    meter.show();
                    return meter;
                });
        Platform.runLater(show);
        TickMeter meter = show.get();
        meter.done.await();
        return new Costs(meter.cost(meter.process), meter.cost(meter.thread));
    }

    private void show() {
        Scene scene = new Scene(contender.node(), width, height);
        scene.getStylesheets().addAll("styles/tokens-night.css", "styles/plot.css");
        scene.addPostLayoutPulseListener(this::pulse);
        stage.setScene(scene);
        stage.show();
        later();
    }

    private void later() {
        long wait = Math.max(1, PAUSE - (System.nanoTime() - begun) / 1_000_000);
        ScheduledFuture<?> _ =
                timer.schedule(() -> Platform.runLater(this::next), wait, TimeUnit.MILLISECONDS);
    }

    private void next() {
        begun = System.nanoTime();
        process[tick] = clock.nanos();
        thread[tick] = threads.getCurrentThreadCpuTime();
        if (tick == process.length - 1) {
            stage.hide();
            timer.shutdown();
            done.countDown();
            return;
        }
        contender.tick(tick++);
        pulses = 0;
        Platform.requestNextPulse();
    }

    private void pulse() {
        pulses++;
        if (pulses == 1) {
            Platform.requestNextPulse();
        } else if (pulses == 2) {
            later();
        }
    }

    private Cost cost(long[] readings) {
        int n = readings.length - 1 - warm;
        double[] single = new double[n];
        Arrays.setAll(single, i -> (readings[warm + i + 1] - readings[warm + i]) / 1e6);
        double mean = (readings[warm + n] - readings[warm]) / 1e6 / n;
        Arrays.sort(single);
        return new Cost(mean, single[n / 2], single[n * 99 / 100]);
    }
}
