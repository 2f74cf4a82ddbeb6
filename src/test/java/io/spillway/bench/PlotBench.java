package io.spillway.bench;

import io.spillway.bench.TickMeter.Cost;
import io.spillway.bench.TickMeter.Costs;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javafx.application.Platform;

/// What a tick costs a plot of 1600x900: one new point in each of its series. JavaFX's LineChart, a
/// plain Canvas and ours do the same work, one after the other in one process; then ours with ten
/// times as many series, and with a point a second of 5 minutes and of 24 hours.
public final class PlotBench {
    static final int WIDTH = 1_600;
    static final int HEIGHT = 900;

    private static final int WARM = 500;

    /// Ours draws nothing in most ticks, so the compiler takes more of them to be done with it.
    private static final int WARM_OURS = 2_000;

    private static final int TICKS = 300;
    private static final int DAY = 86_400;
    private static final int MINUTES = 300;
    private static final String JSON =
            "{\"ours\":%s,\"lineChart\":%s,\"canvas\":%s,"
                    + "\"tenfold\":%s,\"fiveMinutes\":%s,\"day\":%s,"
                    + "\"lineChartToOurs\":%.1f,\"canvasToOurs\":%.1f,"
                    + "\"tenfoldToOurs\":%.2f,\"dayToFiveMinutes\":%.2f}%n";
    private static final String WORDS =
            "ours           %s%nLineChart      %s%nCanvas         %s%n"
                    + "ours, 10x      %s%nours, 5 min    %s%nours, 24 h     %s%n"
                    + "LineChart takes %.1f times the CPU of ours, Canvas %.1f times;%n"
                    + "ten times the series %.2f times, 24 h %.2f times that of 5 min%n";

    private final boolean json;

    private PlotBench(boolean json) {
        this.json = json;
    }

    /// `[--series N] [--points N] [--json]`, 20 series of 3,600 points if not said otherwise.
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        List<String> words = List.of(arguments);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        PlotBench bench = new PlotBench(words.contains("--json"));
        bench.run(number(words, "--series", 20), number(words, "--points", 3_600));
        Platform.exit();
    }

    private static int number(List<String> words, String option, int otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }

    private void run(int series, int points) throws InterruptedException, ExecutionException {
        Costs chart = measure(ChartContender::new, series, points, WARM);
        Costs canvas = measure(CanvasContender::new, series, points, WARM);
        Costs ours = measure(OursContender::new, series, points, WARM_OURS);
        Costs tenfold = measure(OursContender::new, 10 * series, points, WARM);
        Costs minutes = measure(OursContender::new, series, MINUTES, WARM);
        Costs day = measure(OursContender::new, series, DAY, WARM);
        System.out.printf(
                Locale.ROOT,
                json ? JSON : WORDS,
                text(ours),
                text(chart),
                text(canvas),
                text(tenfold),
                text(minutes),
                text(day),
                chart.cpu().mean() / ours.cpu().mean(),
                canvas.cpu().mean() / ours.cpu().mean(),
                tenfold.cpu().mean() / ours.cpu().mean(),
                day.cpu().mean() / minutes.cpu().mean());
    }

    private static Costs measure(
            Function<PlotData, Contender> contender, int series, int points, int warm)
            throws InterruptedException, ExecutionException {
        PlotData data = PlotData.of(series, points, warm + TICKS);
        return TickMeter.measure(() -> contender.apply(data), warm, TICKS);
    }

    private String text(Costs costs) {
        Cost cpu = costs.cpu();
        Cost fx = costs.fx();
        return String.format(
                Locale.ROOT,
                json
                        ? "{\"cpuMillis\":%.3f,\"cpuMedianMillis\":%.3f,\"cpuP99Millis\":%.3f,"
                                + "\"fxMillis\":%.3f,\"fxMedianMillis\":%.3f,\"fxP99Millis\":%.3f}"
                        : "process CPU %7.2f ms a tick, median %7.2f, p99 %7.2f;"
                                + " FX thread %6.2f ms, median %6.2f, p99 %6.2f",
                cpu.mean(),
                cpu.median(),
                cpu.p99(),
                fx.mean(),
                fx.median(),
                fx.p99());
    }
}
