package io.spillway.bench;

import io.spillway.bench.TickMeter.Costs;
import java.util.List;
import java.util.Locale;

/// Words of a bench's command line, and costs as they are printed.
final class CostText {
    private CostText() {}

    /// The number after an option.
    static int number(List<String> words, String option, int otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }

    /// Costs as a JSON object or in words.
    static String of(Costs costs, boolean json) {
        return String.format(
                Locale.ROOT,
                json
                        ? "{\"cpuMillis\":%.3f,\"cpuMedianMillis\":%.3f,\"cpuP99Millis\":%.3f,"
                                + "\"fxMillis\":%.3f,\"fxMedianMillis\":%.3f,\"fxP99Millis\":%.3f}"
                        : "process CPU %6.2f ms a tick, median %6.2f, p99 %6.2f;"
                                + " FX thread %5.2f ms, median %5.2f, p99 %5.2f",
                costs.cpu().mean(),
                costs.cpu().median(),
                costs.cpu().p99(),
                costs.fx().mean(),
                costs.fx().median(),
                costs.fx().p99());
    }
}
