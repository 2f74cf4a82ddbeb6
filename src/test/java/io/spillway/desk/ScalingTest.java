package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import io.spillway.control.scale.CommandScale;
import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.standby.Advice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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

    private static Acts.Book book(Lease... leases) {
        return new Acts.Book(List.of(leases), List.of(), "");
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
            scaling.check(book(lease(Lease.State.ACTIVE)), CLOCK.instant());
            assertThat(asked()).as("two serve then, three are missing").containsExactly("5");

            Scaling next =
                    new Scaling(Map.of("web", script), journal, CLOCK, "desk-1", Runnable::run);
            next.check(book(lease(Lease.State.ENDED)), CLOCK.instant());
            next.check(book(lease(Lease.State.ENDED)), CLOCK.instant());
            assertThat(asked()).as("as many as served before").containsExactly("5", "1");
            assertThat(journal.since(0).stream().map(Event::kind))
                    .containsExactly("scale.intended", "scale.asked", "scale.taken-back");
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

    /// What starts servers, as a test wants it to fail.
    private static final class Fake implements ScaleControl {
        final List<String> calls = new ArrayList<>();
        Runnable asked = () -> {};
        String trouble = "";
        String left = "";

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Scaled scale(ScaleRequest request, Intent intent) throws ControlException {
            Scaled done = new Scaled("web", "servers", request.now(), request.replicas(), "Done.");
            intent.tell(done);
            calls.add("scale " + done.after());
            asked.run();
            refuse();
            return done;
        }

        @Override
        public Scaled undo(Scaled done, String reason) throws ControlException {
            calls.add("undo " + done.before());
            refuse();
            if (!left.isEmpty()) {
                return new Scaled("web", "servers", 9, 9, left);
            }
            return new Scaled("web", "servers", done.after(), done.before(), "Done.");
        }

        private void refuse() throws ControlException {
            if (!trouble.isEmpty()) {
                throw new ControlException(trouble);
            }
        }

        @Override
        public void close() {}
    }

    private final Fake fake = new Fake();
    private Instant now = CLOCK.instant();

    private Journal journal() throws JournalException {
        return Journal.open(dir.resolve("journal.db"));
    }

    private Scaling scaling(Journal journal) {
        return new Scaling(Map.of("web", fake), journal, () -> now, "desk-1", Runnable::run);
    }

    private void ends(Scaling scaling) {
        scaling.check(book(lease(Lease.State.ENDED)), now);
    }

    @Test
    void whatCannotBeTakenBackIsShownAndTriedAgain() throws Exception {
        try (Journal journal = journal()) {
            Scaling scaling = scaling(journal);
            assertThat(ask(scaling, plan("standby"), ActResult.Outcome.APPLIED)).endsWith("Done.");
            fake.trouble = "It timed out.";
            ends(scaling);
            ends(scaling);
            assertThat(fake.calls).as("not at every tick").containsExactly("scale 5", "undo 1");
            assertThat(scaling.notices())
                    .containsExactly(
                            "What act k7mp2 asked for web is not taken back yet and is tried again"
                                    + " every 2 minutes: It timed out.");
            fake.trouble = "";
            now = now.plus(ScaleBook.PAUSE);
            ends(scaling);
            ends(scaling);
            assertThat(fake.calls).containsExactly("scale 5", "undo 1", "undo 1");
            assertThat(scaling.notices()).isEmpty();
        }
    }

    @Test
    void whatSomebodyElseChangedIsLeftAndSaidForAWhile() throws Exception {
        try (Journal journal = journal()) {
            Scaling scaling = scaling(journal);
            ask(scaling, plan("standby"), ActResult.Outcome.APPLIED);
            fake.left = "Somebody changed it.";
            ends(scaling);
            assertThat(scaling.notices()).containsExactly("Somebody changed it.");
            now = now.plusSeconds(7200);
            ends(scaling);
            assertThat(scaling.notices()).isEmpty();
            assertThat(fake.calls).containsExactly("scale 5", "undo 1");
        }
    }

    @Test
    void whatIsAskedIsTakenBackEvenIfItIsNotKnownToBeDone() throws Exception {
        try (Journal journal = journal()) {
            fake.trouble = "It timed out.";
            assertThat(ask(scaling(journal), plan("standby"), ActResult.Outcome.APPLIED))
                    .contains("not certain", "It timed out.");
            fake.trouble = "";
            ends(scaling(journal));
        }
        assertThat(fake.calls).containsExactly("scale 5", "undo 1");
    }

    @Test
    void whereTheJournalFailsNothingIsAskedAndWhatWasAskedIsTakenBack() throws Exception {
        Journal journal = journal();
        Scaling scaling = scaling(journal);
        fake.asked = journal::close;
        assertThat(ask(scaling, plan("standby"), ActResult.Outcome.APPLIED))
                .contains("was asked for 5 servers", "could not be written down");
        ends(scaling);
        assertThat(scaling.notices()).singleElement().asString().contains("journal");
        now = now.plus(ScaleBook.PAUSE);
        ends(scaling);
        assertThat(fake.calls)
                .as("only the writing is tried again")
                .containsExactly("scale 5", "undo 1");
        assertThat(ask(scaling(journal), plan("standby"), ActResult.Outcome.APPLIED))
                .contains("No server was asked for");
        assertThat(fake.calls).hasSize(2);
    }

    @Test
    void anActThatNoBookKnowsAnyMoreIsOver() throws Exception {
        try (Journal journal = journal()) {
            ask(scaling(journal), plan("standby"), ActResult.Outcome.APPLIED);
            Scaling scaling = scaling(journal);
            scaling.check(book(), now);
            now = now.plusSeconds(7200);
            scaling.check(new Acts.Book(List.of(), List.of(), "It cannot be read."), now);
            assertThat(fake.calls).as("it may just have begun").containsExactly("scale 5");
            scaling.check(book(), now);
            assertThat(fake.calls).containsExactly("scale 5", "undo 1");
        }
    }

    @Test
    void anEventThatTellsNothingIsPassedOver() throws Exception {
        try (Journal journal = journal()) {
            for (String body : List.of("{}", "null", "[1]", "{\"pool\": 3}")) {
                journal.append(now, "ops-1", "desk-1", "scale.asked", "bad", body);
            }
            ask(scaling(journal), plan("standby"), ActResult.Outcome.APPLIED);
            ends(scaling(journal));
            assertThat(fake.calls).containsExactly("scale 5", "undo 1");
        }
    }
}
