package io.spillway.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of the benchmark: its series, and what alarms in it are worth.
record NabFile(String name, MinuteSeries series, NabScore.Worth worth) {
    /// Reads the files of folders in the order of their names.
    static List<NabFile> read(Path nab, List<String> folders) throws IOException {
        JsonNode windows =
                JsonMapper.shared().readTree(Files.readString(nab.resolve("windows.json")));
        List<NabFile> files = new ArrayList<>();
        for (String folder : folders) {
            List<Path> paths;
            try (Stream<Path> list = Files.list(nab.resolve(folder))) {
                paths = list.filter(path -> path.toString().endsWith(".csv")).sorted().toList();
            }
            for (Path path : paths) {
                String name = folder + "/" + path.getFileName();
                MinuteSeries series = MinuteSeries.read(path, 1);
                int[][] rows = rows(series, windows.path(name));
                files.add(new NabFile(name, series, NabScore.worth(series.times().length, rows)));
            }
        }
        return files;
    }

    private static int[][] rows(MinuteSeries series, JsonNode windows) {
        int[][] rows = new int[windows.size()][];
        for (int i = 0; i < rows.length; i++) {
            JsonNode window = windows.get(i);
            rows[i] =
                    new int[] {
                        first(series, window.get(0).asString()),
                        first(series, window.get(1).asString())
                    };
        }
        return rows;
    }

    /// The first row of a time; files may step back in time, so it is no binary search.
    private static int first(MinuteSeries series, String time) {
        long wanted = MinuteSeries.time(time);
        for (int row = 0; row < series.times().length; row++) {
            if (series.times()[row] == wanted) {
                return row;
            }
        }
        throw new IllegalArgumentException("No row has the time " + time);
    }
}
