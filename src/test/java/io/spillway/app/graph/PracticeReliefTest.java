package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.action.Lease;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.Setup;
import io.spillway.app.cli.SteppedPractice;
import io.spillway.app.config.ScenarioName;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Relief;
import io.spillway.desk.Reply;
import io.spillway.relief.Plan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gate from plan to undo, on the practice fleet.
class PracticeReliefTest {
    @TempDir Path dir;

    @Test
    void aGateIsClosedSeenAndOpenedAgain() {
        PracticeSpec spec = new PracticeSpec(ScenarioName.SURGE, 5.0, null, null);
        Setup setup = new Setup(null, spec, dir, dir);
        try (SteppedPractice practice = new Desks(InstantSource.system()).stepped(setup)) {
            Picture hot = run(practice, 125);
            Relief.Gate crawlers = hot.relief().gates().getLast();
            assertThat(hot.relief().ladder()).hasSize(6).element(1).isEqualTo("crawlers");
            assertThat(hot.relief().rung()).isZero();
            assertThat(crawlers.offered()).isGreaterThan(100);
            assertThat(crawlers.admitted()).isCloseTo(crawlers.offered(), within(1.0));

            Plan plan =
                    Objects.requireNonNull(
                            send(practice, new Command.MakePlan(new PlanRequest.Gate("1"))).plan());
            assertThat(send(practice, new Command.Apply(plan, "ops-1", "crowd", false)).done())
                    .isTrue();
            Picture gated = run(practice, 40);

            Lease lease = gated.leases().getFirst();
            assertThat(lease.state()).isEqualTo(Lease.State.ACTIVE);
            assertThat(gated.relief().rung()).isEqualTo(1);
            Relief.Gate closed = gated.relief().gates().getLast();
            assertThat(closed.admitted() / closed.offered()).isCloseTo(0.4, within(0.05));
            assertThat(gated.relief().refused())
                    .isCloseTo(closed.offered() - closed.admitted(), within(20.0));

            send(practice, new Command.Undo(lease.id(), "ops-1", false));
            Picture open = run(practice, 60);

            assertThat(open.leases().getFirst().state()).isEqualTo(Lease.State.UNDONE);
            assertThat(open.relief().rung()).isZero();
            assertThat(open.relief().refused()).isZero();
        }
    }

    private static Picture run(SteppedPractice practice, int seconds) {
        return practice.runTo(practice.now().plusSeconds(seconds));
    }

    private static Reply send(SteppedPractice practice, Command command) {
        Reply reply = practice.desk().send(command).join();
        assertThat(reply.done()).as(reply.message()).isTrue();
        return reply;
    }
}
