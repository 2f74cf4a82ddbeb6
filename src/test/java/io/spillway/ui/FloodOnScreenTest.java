package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Alarms;
import io.spillway.desk.FloodedFleet;
import io.spillway.desk.Picture;
import io.spillway.journal.JournalException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// 500 alarms within 10 seconds, from a desk to the rows that are drawn.
@ExtendWith(FxToolkit.class)
class FloodOnScreenTest {
    private static final int LAST = FloodedFleet.DELAY + FloodedFleet.SPAN + 5;

    /// The words of each row that is drawn, top to bottom.
    private static List<List<String>> rows(AlarmsWindow window) {
        return FxToolkit.onFx(() ->
                window.table().lookupAll(".table-row-cell").stream()
                        .filter(n -> n.isVisible() && n instanceof TableRow<?> r && !r.isEmpty())
                        .sorted(Comparator.comparingDouble(n -> n.localToScene(0, 0).getY()))
                        .map(FloodOnScreenTest::words)
                        .toList());
    }

    private static List<String> words(Node row) {
        return row.lookupAll(".table-cell").stream()
                .map(cell -> ((Labeled) cell).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    private static long hot(Alarms alarms) {
        return alarms.listed().stream().filter(FloodOnScreenTest::isCpu).count();
    }

    private static boolean isCpu(Alarm alarm) {
        return alarm.rule().name().equals("server-cpu");
    }

    @Test
    void fewLinesTheFirstOnTopAndAllInTheJournal(@TempDir Path folder) throws JournalException {
        try (var fleet = new FloodedFleet(folder);
                var window = new AlarmsWindow(fleet.desk().picture(), 1280, 720)) {
            int rising = 0;
            String first = fleet.order().getFirst();
            for (int second = 0; second <= LAST; second++) {
                Picture picture = fleet.step();
                window.show(picture);
                long raised = hot(picture.alarms());
                rising += raised > 0 && raised < FloodedFleet.SERVERS ? 1 : 0;
                List<List<String>> rows = rows(window);
                if (raised > 0) {
                    assertThat(rows).hasSizeBetween(1, Alarms.MOST_LINES);
                    assertThat(rows.getFirst()).contains(first);
                }
                if (raised > 1) {
                    assertThat(rows.getFirst())
                            .contains("▸  CPU overload on " + raised + " servers of web");
                }
            }
            assertThat(rising).isEqualTo(FloodedFleet.SPAN);
            assertThat(fleet.raised().stream().filter(id -> id.startsWith("server-cpu@")))
                    .hasSize(FloodedFleet.SERVERS)
                    .satisfies(ids -> assertThat(ids.getFirst()).endsWith(first))
                    .allSatisfy(id -> assertThat(fleet.order()).anyMatch(id::endsWith))
                    .doesNotHaveDuplicates();
        }
    }
}
