package io.spillway.desk;

import io.spillway.fleet.Metric;
import io.spillway.history.Fill;
import io.spillway.history.Resolution;
import io.spillway.history.Segment;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;

/// Saves the same stretch again and again, each time with other values, until it is killed.
final class SaveUntilKilled {
    private SaveUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        HistoryFolder folder = new HistoryFolder(Path.of(arguments[0]));
        for (int i = 1; ; i++) {
            float[] values = new float[Resolution.MINUTE.segment()];
            Arrays.fill(values, i);
            Fill fill =
                    new Fill(
                            Subject.FLEET,
                            Metric.CPU,
                            Statistic.HIGH,
                            Resolution.MINUTE,
                            0,
                            values);
            folder.write(new Segment(Resolution.MINUTE, 0, Collections.nCopies(40, fill)));
            if (i == 3) {
                System.out.println("saving");
            }
        }
    }
}
