package io.spillway.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/// A past for a real Prometheus: counters with known rates, written into its data folder by its own
/// tool.
public final class PastBlocks {
    private static final long DAY = 86_400_000;

    private PastBlocks() {}

    /// Writes `haproxy_server_http_responses_total` of some servers, two days at a time, because
    /// the tool reads its input anew for every block.
    ///
    /// @param folder of the Prometheus to come
    /// @param rates by `proxy/server`, requests a second at a time in epoch milliseconds
    /// @param end of the past, epoch milliseconds
    /// @param days how long it is
    /// @param step between samples, milliseconds
    /// @param scraped false at times of which there is no sample
    public static void write(
            Path folder,
            Map<String, LongToDoubleFunction> rates,
            long end,
            int days,
            long step,
            LongPredicate scraped) {
        Map<String, double[]> counters = new java.util.TreeMap<>();
        rates.keySet().forEach(name -> counters.put(name, new double[1]));
        for (long begin = end - days * DAY; begin < end; begin += 2 * DAY) {
            long until = Math.min(end, begin + 2 * DAY);
            Path text = folder.resolve("past.txt");
            try (BufferedWriter out = Files.newBufferedWriter(text)) {
                out.write("# TYPE haproxy_server_http_responses counter\n");
                long from = begin;
                for (Map.Entry<String, double[]> e : counters.entrySet()) {
                    LongToDoubleFunction rate = rates.get(e.getKey());
                    for (long t = from; t < until; t += step) {
                        e.getValue()[0] += rate.applyAsDouble(t) * step / 1000;
                        if (scraped.test(t)) {
                            out.write(line(e.getKey(), e.getValue()[0], t));
                        }
                    }
                }
                out.write("# EOF\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            build(folder);
        }
    }

    private static String line(String name, double value, long time) {
        String[] parts = name.split("/");
        return String.format(
                Locale.ROOT,
                "haproxy_server_http_responses_total{proxy=\"%s\",server=\"%s\",code=\"2xx\"}"
                        + " %.3f %d.%03d%n",
                parts[0],
                parts[1],
                value,
                time / 1000,
                time % 1000);
    }

    private static void build(Path folder) {
        try {
            Process tool =
                    new ProcessBuilder(
                                    "promtool",
                                    "tsdb",
                                    "create-blocks-from",
                                    "openmetrics",
                                    "past.txt",
                                    "data")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("promtool.log").toFile())
                            .start();
            if (!tool.waitFor(120, TimeUnit.SECONDS) || tool.exitValue() != 0) {
                tool.destroyForcibly();
                throw new IllegalStateException(Files.readString(folder.resolve("promtool.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
