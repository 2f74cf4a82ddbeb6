package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Priority;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellOrderTest {
    @Test
    void theWorstOfEachPoolComeFirst() {
        Cells fleet =
                new Cells(6, 2)
                        .cpu(0, 0.2f)
                        .cpu(1, 0.4f)
                        .cpu(2, 0.3f)
                        .cpu(3, 0.1f)
                        .quality(4, Quality.MISSING)
                        .slot(5, AdminState.MAINT, OperState.UP)
                        .cpu(6, 0.1f)
                        .cpu(7, 0.9f)
                        .slot(2, AdminState.READY, OperState.DOWN);
        CellStates states =
                new CellStates(fleet.state(), Metric.CPU, Map.of("web/web-004", Priority.HIGH));
        CellOrder order = CellOrder.worstFirst(states);
        assertThat(IntStream.range(0, 8).map(order::server))
                .containsExactly(3, 2, 1, 0, 4, 5, 7, 6);
        assertThat(IntStream.range(0, 8)).allMatch(i -> order.place(order.server(i)) == i);
    }

    @Test
    void whatIsChosenGoesWithItsServers() {
        CellMarks marks = new CellMarks();
        marks.fleet(new Cells(3, 2).state().servers());
        BitSet two = new BitSet();
        two.set(1);
        two.set(4);
        marks.choose(two);
        assertThat(marks.fleet(new Cells(3, 2).state().servers())).isFalse();
        assertThat(marks.fleet(new Cells(2, 2).state().servers())).isTrue();
        assertThat(marks.chosen()).extracting(s -> s.name()).containsExactly("web-002", "api-002");
        marks.search("API");
        assertThat(marks.found()).isEqualTo(2);
        marks.chooseFound();
        assertThat(marks.chosen()).extracting(s -> s.name()).containsExactly("api-001", "api-002");
    }
}
