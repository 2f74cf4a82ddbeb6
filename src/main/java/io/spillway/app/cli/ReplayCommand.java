package io.spillway.app.cli;

import io.spillway.app.config.ConfigException;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.output.ReplayJson;
import io.spillway.app.output.ReplayText;
import io.spillway.watch.LoadWatch;
import io.spillway.watch.detect.Calendar;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.forecast.Forecast;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs watch over a recorded series.
@Command(
        name = "replay",
        description = {
            "Runs watch over a recorded series of load and prints what it detects.",
            "With --config, that file's campaigns count as announced."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final long MINUTE = 60_000;
    private static final String WRONG_CAPACITY = "--capacity takes a number above 0, not '%s'";

    private final Context context;
    private final CommonOptions common;

    @Parameters(
            paramLabel = "FILE",
            description = "CSV with a header line; the first column is the time.")
    Path file = Path.of("");

    @Option(
            names = "--column",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The column that holds the load (default: the second).")
    String column = "";

    @Option(
            names = "--capacity",
            paramLabel = "N",
            defaultValue = "",
            description = "Also forecast, a line a minute, when load reaches N.")
    String capacity = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    ReplayCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        double limit = limit();
        SeriesFile source = new SeriesFile(file);
        source.mustExist();
        SeriesFile.Series series = source.read(column);
        if (series.skipped() > 0) {
            context.note(
                    series.skipped() == 1
                            ? "1 line of %s holds no time or no number and was left out"
                                    .formatted(file)
                            : "%d lines of %s hold no time or no number and were left out"
                                    .formatted(series.skipped(), file));
        }
        run(series, new LoadWatch(calendar()), limit);
        return 0;
    }

    /// The capacity, NaN if none is given.
    private double limit() {
        if (capacity.isEmpty()) {
            return Double.NaN;
        }
        try {
            double limit = Double.parseDouble(capacity);
            if (limit > 0 && Double.isFinite(limit)) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw new Misused(WRONG_CAPACITY.formatted(capacity), e);
        }
        throw new Misused(WRONG_CAPACITY.formatted(capacity));
    }

    private Calendar calendar() throws ConfigException {
        return new Calendar(
                common.config == null
                        ? List.of()
                        : ConfigFile.load(common.config, context.folders().secrets()::value)
                                .campaigns());
    }

    /// Tells of a detection once it is over, and at the end of the series of those that last.
    private void run(SeriesFile.Series series, LoadWatch watch, double limit) {
        Map<String, Detection> lasting = new LinkedHashMap<>();
        long minute = Long.MIN_VALUE;
        for (int i = 0; i < series.times().length; i++) {
            long time = series.times()[i];
            for (Detection detection : watch.add(time, series.values()[i], limit)) {
                String key = detection.kind() + " " + detection.time();
                lasting.put(key, detection);
                if (detection.until() != 0) {
                    tell(detection);
                    lasting.remove(key);
                }
            }
            if (!Double.isNaN(limit) && Math.floorDiv(time, MINUTE) > minute) {
                minute = Math.floorDiv(time, MINUTE);
                tell(time, watch.forecast(time, limit));
            }
        }
        lasting.values().forEach(this::tell);
    }

    private void tell(Detection detection) {
        context.out().println(json ? ReplayJson.line(detection) : ReplayText.line(detection));
    }

    private void tell(long time, Forecast forecast) {
        context.out()
                .println(json ? ReplayJson.line(time, forecast) : ReplayText.line(time, forecast));
    }
}
