package io.spillway.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// How long it takes from the start of a process to the first picture: of a bare JavaFX window, and
/// of the console with live values, in practice. Each with an AOT cache and without, one after the
/// other in every round. What is on the screen is read from the screen. A console that is told to
/// end and does not within 20 s is killed.
///
/// Arguments: a file each with the command of a contender, named `bare`, `bare-aot`, `console` and
/// `console-aot`; `--runs N`; `--json`.
public final class StartBench {
    private StartBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        int runs = CostText.number(words, "--runs", 10);
        Map<String, double[]> took = new LinkedHashMap<>();
        Path folder = Files.createTempDirectory("start-bench");
        try (FrameBuffer screen = new FrameBuffer(folder)) {
            for (int run = -1; run < runs; run++) {
                for (String command : words.subList(0, 4)) {
                    String name = new File(command).getName();
                    double[] millis = start(command, screen, seen(name));
                    if (run >= 0) { // the first round only fills the disk's cache
                        took.computeIfAbsent(name, _ -> new double[runs])[run] = millis[0];
                        took.computeIfAbsent(name + " cpu", _ -> new double[runs])[run] = millis[1];
                    }
                }
            }
        }
        print(took, words.contains("--json"));
    }

    /// Milliseconds by the clock, and of CPU, which a busy machine changes less.
    private static double[] start(String command, FrameBuffer screen, Predicate<FrameBuffer> seen)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", screen.display());
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            double millis = screen.await(begin, seen);
            double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
            return new double[] {millis, cpu};
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            screen.await(System.nanoTime(), s -> s.green(100, 100) == 0 && s.green(960, 700) == 0);
        }
    }

    /// A white window; or, on the Board, the busiest servers and the sources, which no frame shows
    /// before there are values.
    private static Predicate<FrameBuffer> seen(String name) {
        return name.startsWith("bare")
                ? screen -> screen.green(100, 100) == 255
                : screen -> screen.drawn(1380, 410, 520, 240) > 100;
    }

    private static void print(Map<String, double[]> took, boolean json) {
        took.forEach((name, millis) -> {
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    json
                            ? "{\"start\":\"%s\",\"medianMillis\":%.0f,\"leastMillis\":%.0f,"
                                    + "\"mostMillis\":%.0f,\"runs\":%d}%n"
                            : "%-15s median %5.0f ms, least %5.0f, most %5.0f of %d%n",
                    name,
                    median(millis),
                    millis[0],
                    millis[millis.length - 1],
                    millis.length);
        });
        for (String cache : List.of("", "-aot")) {
            System.out.printf(
                    Locale.ROOT,
                    json ? "{\"ratio%s\":%.2f}%n" : "console%1$s / bare%1$s: %2$.2f%n",
                    cache,
                    median(took, "console" + cache) / median(took, "bare" + cache));
        }
    }

    private static double median(Map<String, double[]> took, String name) {
        return median(Objects.requireNonNull(took.get(name)));
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
