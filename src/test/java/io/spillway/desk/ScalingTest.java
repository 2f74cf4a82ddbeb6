package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.control.ScaleControl;
import io.spillway.control.scale.CommandScale;
import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.standby.Advice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T04:00:00Z"));

    @TempDir Path dir;

    private ScaleControl script() {
        return new CommandScale(
                List.of("sh", "-c", "echo $SPILLWAY_REPLICAS >> " + dir.resolve("asked")),
                Duration.ofSeconds(10));
    }

    private List<String> asked() throws Exception {
        Path file = dir.resolve("asked");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Plan plan(String kind) {
        return new Plan(
                kind,
                "web",
                "web",
                0,
                .95,
                .7,
                List.of(
                        new Move("web-1", 100, 100, .95f, .7f, 1, .5),
                        new Move("web-2", 100, 100, Float.NaN, .7f, 0, .5)),
                List.of(),
                List.of(Map.of(Knob.state("web-2"), 0)),
                0,
                Map.of(),
                Map.of("lb-1", Map.of(Knob.state("web-2"), 2)),
                List.of(),
                "");
    }

    private static ActResult applied(ActResult.Outcome outcome) {
        return new ActResult("k7mp2", outcome, "", List.of());
    }

    private static Lease lease(Lease.State state) {
        return Leases.of(
                "k7mp2",
                "standby",
                "web",
                "ops-1",
                "surge",
                CLOCK.instant(),
                null,
                state,
                "",
                List.of("lb-1"));
    }

    private static String ask(Scaling scaling, Plan plan, ActResult.Outcome outcome) {
        Advice advice = new Advice(5, 4, 2.0, 3, Duration.ZERO, 0, "");
        return scaling.asked(plan, applied(outcome), "ops-1", "surge", advice);
    }

    @Test
    void anActThatBringsServersInAsksForAllThatAreWantedAndItsEndTakesThatBack() throws Exception {
        try (Journal journal = Journal.open(dir.resolve("journal.db"));
                ScaleControl script = script()) {
            Scaling scaling =
                    new Scaling(Map.of("web", script), journal, CLOCK, "desk-1", Runnable::run);
            assertThat(ask(scaling, plan("standby"), ActResult.Outcome.APPLIED))
                    .contains("was asked for 5 servers");
            scaling.check(List.of(lease(Lease.State.ACTIVE)));
            assertThat(asked()).as("two serve then, three are missing").containsExactly("5");

            Scaling next =
                    new Scaling(Map.of("web", script), journal, CLOCK, "desk-1", Runnable::run);
            next.check(List.of(lease(Lease.State.ENDED)));
            next.check(List.of(lease(Lease.State.ENDED)));
            assertThat(asked()).as("as many as served before").containsExactly("5", "1");
            assertThat(journal.since(0).stream().map(Event::kind))
                    .containsExactly("scale.asked", "scale.taken-back");
        }
    }

    @Test
    void nothingElseAsks() throws Exception {
        try (Journal journal = Journal.open(dir.resolve("journal.db"));
                ScaleControl script = script()) {
            Scaling scaling =
                    new Scaling(Map.of("web", script), journal, CLOCK, "desk-1", Runnable::run);
            assertThat(ask(scaling, plan("drain"), ActResult.Outcome.APPLIED)).isEmpty();
            assertThat(ask(scaling, plan("standby"), ActResult.Outcome.REFUSED)).isEmpty();
            Scaling off = new Scaling(Map.of(), journal, CLOCK, "desk-1", Runnable::run);
            assertThat(ask(off, plan("standby"), ActResult.Outcome.APPLIED)).isEmpty();
            assertThat(asked()).isEmpty();
        }
    }
}
