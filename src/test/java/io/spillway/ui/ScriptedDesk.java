package io.spillway.ui;

import io.spillway.action.ActResult;
import io.spillway.action.Lease;
import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.LeaseAct;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Knob;
import io.spillway.relief.Plan;
import io.spillway.relief.PoolInput;
import io.spillway.relief.Redistribute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A desk that does what it is told, at once, and remembers what it was told. Its answers can be
/// held back.
final class ScriptedDesk implements DeskPort {
    final List<Command> commands = new CopyOnWriteArrayList<>();
    private final List<Consumer<Picture>> listeners = new CopyOnWriteArrayList<>();
    private volatile Picture picture;
    private volatile String refusal = "";
    private volatile String second = "";
    private volatile boolean holding;
    private final List<Runnable> held = new CopyOnWriteArrayList<>();

    ScriptedDesk(Picture picture) {
        this.picture = picture;
    }

    /// Refuses every act from now on, in these words.
    void refuse(String words) {
        refusal = words;
    }

    /// Wants a second operator for every act from now on, in these words. Their secret is `secret`.
    void wantSecond(String words) {
        second = words;
    }

    /// Answers nothing from now on.
    void hold() {
        holding = true;
    }

    /// Gives every answer held back, and holds back no more.
    void release() {
        holding = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    void publish(Picture next) {
        picture = next;
        listeners.forEach(l -> l.accept(next));
    }

    /// How many watch it now.
    int watchers() {
        return listeners.size();
    }

    @Override
    public Picture picture() {
        return picture;
    }

    @Override
    public AutoCloseable watch(Consumer<Picture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<Reply> send(Command command) {
        commands.add(command);
        Reply reply =
                switch (command instanceof Command.Signed signed ? signed.act() : command) {
                    case Command.Signed _ -> throw new IllegalStateException("signed twice");
                    case Command.Operate(String name) -> operate(name);
                    case Command.Observe() -> mode(Mode.OBSERVE);
                    case Command.MakePlan make -> plan(make.what());
                    case Command.Apply apply -> apply(apply);
                    case Command.Undo undo -> undo(undo);
                    case Command.OnAlarms _, Command.SaveRule _, Command.Sound _ ->
                            new Reply(true, "", null, null);
                    case Command.OnLease act -> onLease(act);
                    case Command.BackTestRule _ ->
                            new Reply(
                                    true,
                                    "Would have rung 9 times in 7 days; as it holds now 212 times.",
                                    null,
                                    null);
                    case Command.PastWindow past ->
                            Reply.past(SampleHistory.weeks(past.from(), past.to()));
                    case Command.ServerPast _ -> SampleHistory.server(picture.time());
                    case Command.AlarmHistory _ ->
                            new Reply(true, "", null, null, picture.alarms().recent());
                };
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        if (holding) {
            held.add(() -> answer.complete(reply));
        } else {
            answer.complete(reply);
        }
        return answer;
    }

    private Reply plan(PlanRequest what) {
        return switch (what) {
            case PlanRequest.Even r ->
                    new Reply(true, "", SamplePlans.redistribute(picture.fleet(), r.pool()), null);
            case PlanRequest.Weights r -> {
                PoolInput input = SampleReliefs.input(picture.fleet(), r.pool());
                yield Reply.weights(Redistribute.edited(input, Knob.weights(r.weights())), input);
            }
            case PlanRequest.Serve _ ->
                    new Reply(true, "", SampleReliefs.drain(picture.fleet()), null);
            default -> traffic(what);
        };
    }

    private Reply traffic(PlanRequest what) {
        Plan plan = SampleTrafficPlans.plan(what, picture);
        return new Reply(
                plan != null, plan == null ? "This desk has no such plan" : "", plan, null);
    }

    private Reply onLease(Command.OnLease act) {
        return !refusal.isEmpty()
                ? refused()
                : new Reply(
                        true,
                        act.act() == LeaseAct.PERMANENT
                                ? "Kept for good. Write into the balancers' configuration:\n"
                                        + "backend web\nserver web-121 … enabled"
                                : "Done with " + act.id() + ".",
                        null,
                        null);
    }

    private Reply operate(String name) {
        return mode(new Mode(name, picture.time().plus(Duration.ofMinutes(15))));
    }

    private Reply mode(Mode mode) {
        publish(
                SamplePictures.with(
                        picture, mode, picture.plans(), picture.leases(), picture.notices()));
        return new Reply(true, "", null, null);
    }

    private Reply apply(Command.Apply apply) {
        if (!refusal.isEmpty()) {
            return refused();
        }
        boolean agreed = apply.consent().emergency() || apply.consent().secret().equals("secret");
        if (!second.isEmpty() && !agreed) {
            return Reply.asking(second);
        }
        Plan plan = apply.plan();
        Map<Knob, Integer> weights = plan.goal();
        Lease lease = SampleTrafficPlans.applied(plan, apply.operator(), apply.reason(), picture);
        publish(SamplePictures.with(picture, picture.mode(), List.of(), List.of(lease), List.of()));
        return new Reply(true, "", null, result(ActResult.Outcome.APPLIED, plan, weights));
    }

    private static ActResult result(
            ActResult.Outcome outcome, Plan plan, Map<Knob, Integer> weights) {
        return new ActResult(
                "a1",
                outcome,
                "Applied to every balancer and read back.",
                plan.balancers().keySet().stream()
                        .map(b -> new ActResult.BalancerResult(b, true, "", weights))
                        .toList());
    }

    private Reply undo(Command.Undo undo) {
        if (!refusal.isEmpty()) {
            return refused();
        }
        publish(
                SamplePictures.with(
                        picture, picture.mode(), picture.plans(), List.of(), List.of()));
        return new Reply(
                true,
                "",
                null,
                new ActResult(
                        undo.id(),
                        ActResult.Outcome.UNDONE,
                        "Every weight is as before.",
                        Stream.of("lb-1", "lb-2")
                                .map(name ->
                                        new ActResult.BalancerResult(
                                                name,
                                                true,
                                                "",
                                                Knob.weights(Map.of("web-001", 100))))
                                .toList()));
    }

    private Reply refused() {
        return new Reply(
                false,
                refusal,
                null,
                new ActResult("", ActResult.Outcome.REFUSED, refusal, List.of()));
    }

    @Override
    public void close() {}
}
