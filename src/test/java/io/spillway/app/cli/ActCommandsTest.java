package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.app.output.PlanJson;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Knob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `plan`, `apply`, `leases` and `undo`.
class ActCommandsTest {
    private static final String ALONE =
            "spillway: no console is running: nothing gives this back before you undo it or start"
                    + " one\n";

    @TempDir Path home;
    private Session session;
    private String plan = "";

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
        Path file = home.resolve("plan.json");
        Files.writeString(file, PlanJson.pretty(Samples.plan()));
        plan = file.toString();
    }

    private void reply(Outcome outcome) {
        ActResult result =
                new ActResult(
                        "a7",
                        outcome,
                        "as it went",
                        List.of(
                                new BalancerResult(
                                        "lb-1", true, "", Knob.weights(Map.of("web-1", 50))),
                                new BalancerResult("lb-2", false, "it is gone", Map.of())));
        session.parts.desk.replies.add(new Reply(outcome.done(), "", null, result));
    }

    private static Command signed(Command act) {
        return new Command.Signed(act, "");
    }

    private CommandLines.Outcome apply(String... more) {
        String[] args = {"apply", plan, "--operator", "anna", "--reason", "surge"};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return session.run(all);
    }

    @Test
    void aPlanIsPrintedAndWritten() throws IOException {
        session.parts.desk.replies.add(new Reply(true, "", Samples.plan(), null));
        Path out = home.resolve("out.json");
        CommandLines.Outcome outcome =
                session.run("plan", "redistribute", "web", "--out", out.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("redistribute web: 17 % of the load");
        assertThat(PlanJson.read(Files.readString(out))).isEqualTo(Samples.plan());
        assertThat(session.parts.desk.commands)
                .containsExactly(new Command.MakePlan(new PlanRequest.Even("web")));
    }

    @Test
    void aPlanAsJsonStandsAlone() {
        session.parts.desk.replies.add(new Reply(true, "", Samples.plan(), null));
        CommandLines.Outcome outcome = session.run("plan", "redistribute", "web", "--json");
        assertThat(PlanJson.read(outcome.out())).isEqualTo(Samples.plan());
    }

    @Test
    void aPlanThatCannotBeMadeSaysWhy() {
        session.parts.desk.replies.add(new Reply(false, "there is no pool \"wbe\"", null, null));
        CommandLines.Outcome outcome = session.run("plan", "redistribute", "wbe");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("spillway: there is no pool \"wbe\"\n");
    }

    @Test
    void applySendsThePlanWithItsOperator() {
        reply(Outcome.APPLIED);
        CommandLines.Outcome outcome = apply();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        applied a7: as it went
                          lb-1  ok  reads back web-1=50
                          lb-2  FAILED: it is gone  not read back
                        """);
        assertThat(outcome.err()).isEqualTo(ALONE);
        assertThat(session.parts.desk.commands)
                .containsExactly(signed(new Command.Apply(Samples.plan(), "anna", "surge", false)));
    }

    @Test
    void withAConsoleRunningNothingMoreNeedsSaying() {
        session.parts.remote = true;
        reply(Outcome.APPLIED);
        assertThat(apply("--json").err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"REFUSED", "RESTORED", "INTERRUPTED"})
    void whatFailedIsSaidTwiceAndGivesCodeOne(Outcome failed) {
        reply(failed);
        CommandLines.Outcome outcome = apply("--json");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("\"outcome\" : \"" + failed.word() + "\"");
        assertThat(outcome.err()).startsWith("spillway: " + failed.word() + " a7: as it went\n");
        assertThat(outcome.err().contains(ALONE)).isEqualTo(failed == Outcome.INTERRUPTED);
    }

    @Test
    void aReplyWithoutAResultIsARefusal() {
        session.parts.desk.replies.add(new Reply(false, "web-1 moved", null, null));
        CommandLines.Outcome outcome = apply();
        assertThat(outcome.err()).isEqualTo("spillway: refused: web-1 moved\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void applyNeedsAPlanAndNamesThatMeanSomething() throws IOException {
        assertThat(session.run("apply", plan, "--operator", " ", "--reason", "x").err())
                .isEqualTo(
                        "spillway: --operator is empty: write it out, for it goes into the"
                                + " journal\n");
        Files.writeString(Path.of(plan), "{}");
        CommandLines.Outcome outcome = apply();
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        ("spillway: %s is no plan, the field balancers is missing: make one with"
                                        + " `spillway plan redistribute POOL --out FILE`\n")
                                .formatted(plan));
        assertThat(session.parts.desk.commands).isEmpty();
    }

    @Test
    void undoSendsTheId() {
        reply(Outcome.UNDONE);
        CommandLines.Outcome outcome = session.run("undo", "a7", "--operator", "ben");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("undone a7: as it went\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(session.parts.desk.commands)
                .containsExactly(signed(new Command.Undo("a7", "ben", false)));
    }

    @Test
    void leasesForPeopleAndAsJson() {
        assertThat(session.run("leases").out())
                .contains("a7  redistribute  web   active  2026-11-22T12:59:05Z");
        assertThat(session.run("leases", "--json").out())
                .startsWith("[")
                .contains("\"id\" : \"a7\"", "\"endsAt\" : \"2026-11-22T13:14:05Z\"");
        session.parts.desk.show(Samples.picture(8, Picture.State.OK, Samples.fleet(), List.of()));
        assertThat(session.run("leases").out()).isEqualTo("nothing is in force\n");
        assertThat(session.run("leases", "--json").out()).isEqualTo("[ ]\n");
    }
}
