package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Priority;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The limit of every pool is 0.9.
class CellStatesTest {
    @ParameterizedTest
    @CsvSource({"0.3, NORMAL", "0.80, NORMAL", "0.82, NEAR", "0.89, NEAR", "0.91, NEAR", "1, NEAR"})
    void theLimitDecides(float cpu, CellKind kind) {
        assertThat(kind(new Cells(1).cpu(0, cpu))).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(value = Quality.class, mode = EnumSource.Mode.EXCLUDE, names = "LIVE")
    void whatIsNotLiveIsHatchedHoweverHot(Quality quality) {
        assertThat(kind(new Cells(1).cpu(0, 0.99f).quality(0, quality))).isEqualTo(CellKind.UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({
        "READY, UP, NORMAL",
        "READY, CHANGING, NORMAL",
        "UNKNOWN, UNKNOWN, NORMAL",
        "DRAIN, UP, DRAINED",
        "MAINT, UP, MAINTENANCE",
        "READY, DOWN, DOWN",
        "DRAIN, DOWN, DOWN"
    })
    void theBalancersWordIsShown(AdminState admin, OperState oper, CellKind kind) {
        assertThat(kind(new Cells(1).slot(0, admin, oper))).isEqualTo(kind);
    }

    @Test
    void anAlarmIsShownHoweverTheServerStands() {
        Cells fleet = new Cells(1).cpu(0, 0.95f).slot(0, AdminState.DRAIN, OperState.UP);
        assertThat(kind(fleet)).isEqualTo(CellKind.DRAINED);
        String key = "web/" + fleet.state().servers().getFirst().name();
        assertThat(kind(fleet, Map.of(key, Priority.HIGH))).isEqualTo(CellKind.HIGH);
        assertThat(kind(fleet, Map.of(key, Priority.MEDIUM))).isEqualTo(CellKind.MEDIUM);
        assertThat(kind(fleet, Map.of(key, Priority.LOW))).isEqualTo(CellKind.LOW);
        assertThat(kind(fleet, Map.of("api/other", Priority.LOW))).isEqualTo(CellKind.DRAINED);
    }

    @Test
    void oneBalancersWordOfSeveralIsEnough() {
        Cells fleet =
                new Cells(2)
                        .slot(0, AdminState.READY, OperState.UP)
                        .slot(1, AdminState.READY, OperState.DOWN)
                        .slot(1, AdminState.READY, OperState.UP);
        CellStates states = new CellStates(fleet.state(), Metric.CPU, Map.of());
        assertThat(states.kind(0)).isEqualTo(CellKind.NORMAL);
        assertThat(states.kind(1)).isEqualTo(CellKind.DOWN);
    }

    private static CellKind kind(Cells fleet) {
        return kind(fleet, Map.of());
    }

    private static CellKind kind(Cells fleet, Map<String, Priority> alarms) {
        return new CellStates(fleet.state(), Metric.CPU, alarms).kind(0);
    }
}
