package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Actuator;
import io.spillway.action.Expected;
import io.spillway.action.Lease;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GatePlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrimsTest {
    private static final Knob LAST = new Knob(Knob.Kind.SHED, "3");

    @TempDir Path dir;

    @Test
    void gatesFollowTheLoad() throws Exception {
        assertThat(moves(Gates.input(Map.of(LAST, 600), 0.95, 0.95))).isEqualTo(1);
    }

    @Test
    void gatesStayWhereTheyAreWhileNobodySeesTheServers() throws Exception {
        assertThat(moves(Gates.input(Map.of(LAST, 600), Double.NaN, Double.NaN))).isZero();
        assertThat(moves(Gates.input(Map.of(LAST, 600)))).isZero();
    }

    /// How often the gates were moved.
    private int moves(GateInput input) throws Exception {
        List<Runnable> moves = new ArrayList<>();
        try (Journal journal = Journal.open(dir.resolve("journal.db"))) {
            Acts acts =
                    new Acts(
                            new Actuator(Map.of(), journal, () -> Instant.EPOCH, "t"),
                            () -> Instant.EPOCH,
                            1,
                            List.of(),
                            new Clearing(ReliefSettings.NONE, "t"));
            new Trims(acts, moves::add).check(List.of(lease()), input);
        }
        return moves.size();
    }

    private static Lease lease() {
        var course =
                new Lease.Course(
                        1,
                        1,
                        false,
                        Map.of(LAST, 600),
                        Map.of(LAST, new Plan.Range(440, 880)),
                        Map.of(),
                        Expected.none(),
                        "",
                        "",
                        0);
        return new Lease(
                "A1",
                GatePlan.KIND,
                "web",
                "",
                "ops-1",
                "crowd",
                Instant.ofEpochMilli(Gates.NOW - 20_000),
                null,
                Lease.State.ACTIVE,
                "",
                List.of("lb-1"),
                Map.of(),
                course);
    }
}
