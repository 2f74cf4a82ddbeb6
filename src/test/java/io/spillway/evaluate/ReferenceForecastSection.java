package io.spillway.evaluate;

import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Sight;
import io.spillway.watch.forecast.LoadForecast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Forecasts of the reference outage from load alone, each minute of its last half hour, and the
/// quiet week before.
final class ReferenceForecastSection implements Section {
    private static final double CAPACITY = 22_061;
    private static final long FULL = at("2023-05-15T04:04:43Z");
    private static final long SURGE = at("2023-05-15T03:19:45Z");
    private static final long FROM = at("2023-05-15T03:30:00Z");
    private static final long LATE = at("2023-05-15T03:50:00Z");
    private static final long TO = at("2023-05-15T04:00:00Z");

    private int contains;
    private double widest;
    private int clocks;

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @Override
    public String name() {
        return "outage-time";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        LoadForecast forecast = new LoadForecast();
        List<String> lines = Files.readAllLines(data.resolve("reference-outage.csv"));
        contains = 0;
        widest = 0;
        clocks = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 3);
            long time = at(cells[0]);
            if (time > TO) {
                break;
            }
            if (!cells[1].isEmpty()) {
                forecast.add(time, Double.parseDouble(cells[1]));
            }
            boolean quiet = time < SURGE && (full || time > FROM - 86_400_000L);
            boolean counted = time >= FROM || quiet;
            if (time % 60_000 == 0 && counted) {
                score(time, forecast.at(time, CAPACITY));
            }
        }
        return List.of(
                Row.atLeast(name(), "of 31 forecasts, contain the time", contains, 27, ""),
                Row.atMost(name(), "widest from 03:50", widest, 20, "min"),
                Row.atMost(name(), "minutes with a clock in the quiet week", clocks, 10, ""));
    }

    private void score(long time, Forecast forecast) {
        if (time < SURGE) {
            clocks += forecast.sight() == Sight.IN_SIGHT ? 1 : 0;
            return;
        }
        double truth = (FULL - time) / 1000.;
        boolean shown = forecast.sight() == Sight.IN_SIGHT;
        contains += shown && forecast.low() <= truth && truth <= forecast.high() ? 1 : 0;
        if (time >= LATE) {
            double width = (forecast.high() - forecast.low()) / 60;
            widest = Math.max(widest, shown ? width : Double.POSITIVE_INFINITY);
        }
    }
}
