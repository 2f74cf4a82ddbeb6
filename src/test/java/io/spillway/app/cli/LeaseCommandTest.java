package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.spillway.action.ActResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.app.output.PlanJson;
import io.spillway.desk.Command;
import io.spillway.desk.Consent;
import io.spillway.desk.LeaseAct;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `lease`, acts that go on in steps, and consent.
class LeaseCommandTest {
    @TempDir Path home;
    private Session session;

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
    }

    private void reply(Outcome outcome, String message) {
        session.parts.desk.replies.add(
                new Reply(
                        outcome.done(),
                        message,
                        null,
                        new ActResult("a7", outcome, "step 1 of 3", List.of())));
    }

    private void comes(long tick, Lease.State state, String message) {
        Lease lease =
                Leases.of(
                        "a7",
                        "redistribute",
                        "web",
                        "anna",
                        "surge",
                        Samples.TIME,
                        null,
                        state,
                        message,
                        List.of("lb-1"));
        session.parts.desk.coming.add(
                Samples.picture(tick, Picture.State.OK, Samples.fleet(), List.of(lease)));
    }

    private CommandLines.Outcome apply(String... more) throws IOException {
        Path file = home.resolve("plan.json");
        Files.writeString(file, PlanJson.pretty(Samples.plan()));
        List<String> args =
                new ArrayList<>(
                        List.of("apply", "" + file, "--operator", "anna", "--reason", "surge"));
        args.addAll(List.of(more));
        return session.run(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "keep, KEEP",
        "keep --permanent, PERMANENT",
        "extend, EXTEND",
        "finish, FINISH",
        "reapply, REAPPLY",
        "accept, ACCEPT",
        "end, END"
    })
    void sendsWhatWasDecided(String words, LeaseAct act) {
        reply(Outcome.NOTED, "Act a7 stays. Write into the configuration: weight 50");
        CommandLines.Outcome outcome =
                session.run(("lease " + words + " a7 --operator ben").split(" "));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo("noted a7: Act a7 stays. Write into the configuration: weight 50\n");
        assertThat(session.parts.desk.commands)
                .containsExactly(
                        new Command.Signed(new Command.OnLease(act, "a7", "ben", false), ""));
    }

    @Test
    void needsADecisionAndAName() {
        assertThat(session.run("lease").code()).isEqualTo(2);
        assertThat(session.run("lease", "end", "a7").code()).isEqualTo(2);
        assertThat(session.run("lease", "end", "a7", "--operator", " ").err())
                .startsWith("spillway: --operator is empty");
        assertThat(session.parts.desk.commands).isEmpty();
    }

    @Test
    void anActInStepsIsWaitedForAndThenTold() throws IOException {
        session.parts.remote = true;
        reply(Outcome.APPLYING, "");
        comes(9, Lease.State.ACTIVE, "made before the act");
        comes(10, Lease.State.APPLYING, "");
        comes(11, Lease.State.APPLYING, "");
        comes(12, Lease.State.ACTIVE, "");
        CommandLines.Outcome outcome = apply("--json");
        assertThat(outcome.err()).isEqualTo("spillway: a7: step 1 of 3\n");
        assertThat(outcome.out()).contains("\"outcome\" : \"applied\"");
        assertThat(outcome.code()).isZero();
        assertThat(session.parts.desk.picture().tick()).isEqualTo(12);
    }

    @Test
    void anActThatStopsHalfWayIsAFailure() throws IOException {
        session.parts.remote = true;
        reply(Outcome.APPLYING, "");
        comes(10, Lease.State.HALTED, "Stopped after step 1 of 3. Errors of web rose.");
        CommandLines.Outcome outcome = apply();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .endsWith("spillway: halted a7: Stopped after step 1 of 3. Errors of web rose.\n");
    }

    @Test
    void aWayBackIsOverOnlyWhenItHasEnded() {
        session.parts.remote = true;
        reply(Outcome.APPLYING, "");
        comes(10, Lease.State.RAMPING, "");
        comes(11, Lease.State.ACTIVE, "Being undone.");
        comes(12, Lease.State.ENDED, "Ended: lb-1 is as before.");
        CommandLines.Outcome outcome = session.run("lease", "end", "a7", "--operator", "ben");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("undone a7: Ended: lb-1 is as before.\n");
    }

    @Test
    void aSecondOperatorAgreesWithASecret() throws IOException {
        InputStream before = System.in;
        System.setIn(
                new ByteArrayInputStream("my own\ns3cret w\n".getBytes(StandardCharsets.UTF_8)));
        try {
            reply(Outcome.APPLIED, "");
            assertThat(apply("--secret-stdin", "--second", "ben", "--second-secret-stdin").code())
                    .isZero();
        } finally {
            System.setIn(before);
        }
        reply(Outcome.APPLIED, "");
        assertThat(apply("--emergency").code()).isZero();
        assertThat(session.parts.desk.commands.stream().map(c -> (Command.Signed) c))
                .extracting(Command.Signed::secret, c -> ((Command.Apply) c.act()).consent())
                .containsExactly(
                        tuple("my own", new Consent("ben", "s3cret w", false)),
                        tuple("", new Consent("", "", true)));
        assertThat(apply("--second", "ben").code()).isEqualTo(2);
        assertThat(apply("--second-secret-stdin").code()).isEqualTo(2);
    }
}
