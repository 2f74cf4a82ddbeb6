package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Knob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `setup prove`.
class SetupProveTest {
    @TempDir Path home;
    private Session session;

    @BeforeEach
    void prepare() throws Exception {
        session = Session.configured(home);
        session.parts.desk.show(Samples.healthy());
    }

    private CommandLines.Outcome prove(String... more) {
        String[] all = new String[6 + more.length];
        List<String> args = List.of("setup", "prove", "web", "web-1", "--operator", "anna");
        args.toArray(all);
        System.arraycopy(more, 0, all, 6, more.length);
        return session.run(all);
    }

    private void reply(Outcome outcome, String message, boolean ok, int weight) {
        reply(outcome, message, ok, weight, List.of("lb-1", "lb-2"));
    }

    private void reply(
            Outcome outcome, String message, boolean ok, int weight, List<String> balancers) {
        List<BalancerResult> read =
                balancers.stream()
                        .map(name ->
                                new BalancerResult(
                                        name,
                                        ok,
                                        ok ? "" : "it is gone",
                                        Knob.weights(Map.of("web-1", weight, "web-2", 100))))
                        .toList();
        ActResult result = new ActResult("a7", outcome, message, read);
        session.parts.desk.replies.add(new Reply(outcome.done(), "", null, result));
    }

    private void plan() {
        session.parts.desk.replies.add(new Reply(true, "", Samples.plan(), null));
    }

    @Test
    void fourStepsSayWhatWasRead() {
        plan();
        reply(Outcome.APPLIED, "", true, 50);
        reply(Outcome.UNDONE, "", true, 100);
        CommandLines.Outcome outcome = prove();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        read       ok      lb-1 weight 100, state ready; lb-2 weight 100, state ready
                        write      ok      lb-1 weight 50; lb-2 weight 50  (act a7)
                        read back  ok      lb-1 weight 50; lb-2 weight 50  (act a7)
                        undo       ok      lb-1 weight 100; lb-2 weight 100  (act a7)
                        """);
        assertThat(session.parts.desk.commands)
                .containsExactly(
                        new Command.MakePlan(new PlanRequest.Weights("web", Map.of("web-1", 99))),
                        new Command.Signed(
                                new Command.Apply(
                                        Samples.plan(), "anna", "a proof by setup", false),
                                ""),
                        new Command.Signed(new Command.Undo("a7", "anna", false), ""));
    }

    @Test
    void aBalancerThatIsNotReadBackProvesNothing() {
        plan();
        reply(Outcome.APPLIED, "", true, 50, List.of("lb-1"));
        reply(Outcome.UNDONE, "", true, 100, List.of("lb-1"));
        CommandLines.Outcome outcome = prove();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("read back +FAILED")
                .containsPattern("undo +FAILED");
        assertThat(outcome.err()).contains("lb-2 was not read back.");
    }

    @Test
    void jsonTellsTheSame() {
        plan();
        reply(Outcome.APPLIED, "", true, 50);
        reply(Outcome.UNDONE, "", true, 100);
        assertThat(prove("--json").out())
                .contains("\"proved\" : true", "\"step\" : \"read-back\"", "\"web-1\" : 50");
    }

    @Test
    void whatFailsToComeBackIsSaidWithWhatToDo() {
        plan();
        reply(Outcome.APPLIED, "", true, 50);
        reply(Outcome.INTERRUPTED, "lb-1 does not answer.", false, 50);
        CommandLines.Outcome outcome = prove();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).containsPattern("undo +FAILED +lb-1 weight 50");
        assertThat(outcome.err())
                .isEqualTo("spillway: undo: lb-1 does not answer. Undo act a7 again.\n");
    }

    @Test
    void anActThatADeskTookAlongWithItIsNamed() {
        plan();
        reply(Outcome.APPLIED, "", true, 50);
        DeskPort desk = session.parts.desk;
        session.parts.other =
                new DeskPort() {
                    @Override
                    public Picture picture() {
                        return desk.picture();
                    }

                    @Override
                    public AutoCloseable watch(Consumer<Picture> listener) {
                        return desk.watch(listener);
                    }

                    @Override
                    public CompletableFuture<Reply> send(Command command) {
                        return command instanceof Command.Signed(Command.Undo _, _)
                                ? CompletableFuture.failedFuture(new IOException("gone"))
                                : desk.send(command);
                    }

                    @Override
                    public void close() {}
                };
        CommandLines.Outcome outcome = prove("--json");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("\"proved\" : false", "\"act\" : \"a7\"");
        assertThat(outcome.err())
                .isEqualTo(
                        "spillway: undo: the desk went away before it answered: look at `spillway"
                                + " leases` to see what was done. Undo act a7 again.\n");
    }

    @Test
    void whereNoActIsAllowedTheSmallestOnesReasonIsTold() {
        for (String why : List.of("the first reason.", "another.", "a third.")) {
            session.parts.desk.replies.add(new Reply(false, why, null, null));
        }
        CommandLines.Outcome outcome = prove();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("spillway: write: the first reason.\n");
        assertThat(session.parts.desk.commands)
                .contains(
                        new Command.MakePlan(new PlanRequest.Weights("web", Map.of("web-1", 101))))
                .last()
                .isEqualTo(
                        new Command.MakePlan(
                                new PlanRequest.Serve("web", List.of("web-1"), "drain")));
    }

    @Test
    void aServerThatIsNotReadOrNotInServiceIsLeftAlone() {
        assertThat(session.run("setup", "prove", "web", "web-9", "--operator", "anna").err())
                .startsWith("spillway: read: There is no server 'web-9' in pool web:");
        session.parts.desk.show(Samples.picture(8));
        CommandLines.Outcome outcome = prove();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "spillway: read: web-1 cannot be read: lb-2: lb-2 refuses the"
                                + " connection.\n");
        assertThat(session.parts.desk.commands).isEmpty();
    }
}
