package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.RequestClass;
import io.spillway.relief.gate.Ladder;
import io.spillway.relief.gate.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateViewTest {
    private static final List<Rung> RUNGS =
            Ladder.standard(
                            IntStream.range(0, 4)
                                    .mapToObj(i -> new RequestClass("class " + i, i))
                                    .toList())
                    .rungs();

    /// The rungs refuse 600 permille of ever more classes, the last first.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1",
        "0, 0, 300, 1",
        "0, 0, 600, 2",
        "0, 200, 600, 2",
        "0, 200, 0, 2",
        "0, 600, 600, 3",
        "300, 0, 0, 3",
        "600, 600, 600, -1",
        "0, 0, 980, -1",
    })
    void theNextRungIsNoLooserThanNowForAnyClass(int one, int two, int three, int rung) {
        List<Relief.Gate> gates = new ArrayList<>();
        int[] shed = {0, one, two, three};
        for (int rank = 0; rank < shed.length; rank++) {
            gates.add(new Relief.Gate("class " + rank, rank, "", 100, 100, shed[rank], -1));
        }
        assertThat(GateView.tighter(gates, RUNGS)).isEqualTo(rung);
    }
}
