package io.spillway.desk;

import io.spillway.action.ActResult;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.relief.Check;
import io.spillway.relief.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Proves on one server that its balancers can be read, changed, read back and set back: the
/// smallest act that a plan allows, applied and undone the way all acts go. For one thread at a
/// time; answers may come on any one.
public final class Proof {
    /// What is done, in this order.
    public enum Step {
        READ,
        WRITE,
        READ_BACK,
        UNDO;

        /// The stable word used in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// How one step went; after one that failed no other is tried, but a change is always undone.
    ///
    /// @param good whether it did what it is there for
    /// @param values by balancer: what was read, or for [Step#WRITE] what is asked for
    /// @param act the id of the act, empty before there is one
    /// @param said a sentence on what is wrong and what to do, or on what is done; may be empty
    public record Line(
            Step step,
            boolean good,
            Map<String, Map<Knob, Integer>> values,
            String act,
            String said) {}

    /// Sends a command to the desk and hands on its answer.
    public interface Way {
        void send(Command command, Consumer<Reply> answer);
    }

    /// Who proves what.
    ///
    /// @param window true if it comes from a button, as in [Command.Apply]
    public record Request(
            String pool, String server, String operator, String reason, boolean window) {}

    private final Request request;
    private final Way way;
    private final Consumer<Line> told;
    private final Deque<PlanRequest> tries = new ArrayDeque<>();
    private Map<String, Map<Knob, Integer>> before = Map.of();
    private Map<Knob, Integer> goal = Map.of();
    private String obstacle = "";

    private Proof(Request request, Way way, Consumer<Line> told) {
        this.request = request;
        this.way = way;
        this.told = told;
    }

    /// Begins. The last line is one that failed, or that of [Step#UNDO].
    ///
    /// @param now the newest Picture
    /// @param told called once for each step
    public static void run(Request request, Picture now, Way way, Consumer<Line> told) {
        new Proof(request, way, told).read(now);
    }

    private void read(Picture now) {
        ProofReading reading = ProofReading.of(now, request.pool(), request.server());
        before = reading.values();
        tell(Step.READ, reading.trouble().isEmpty(), before, "", reading.trouble());
        if (reading.trouble().isEmpty()) {
            String elsewhere = reading.notInService();
            if (elsewhere.isEmpty()) {
                begin(reading.weight(), reading.maxWeight());
            } else {
                tell(Step.WRITE, false, Map.of(), "", elsewhere);
            }
        }
    }

    /// From what moves least to what moves most: a server with a small weight is moved far by one.
    private void begin(int weight, int most) {
        if (weight > 1) {
            tries.add(weight(weight - 1));
        }
        if (weight < most) {
            tries.add(weight(weight + 1));
        }
        tries.add(
                new PlanRequest.Serve(
                        request.pool(), List.of(request.server()), AdminState.DRAIN.word()));
        plan();
    }

    private PlanRequest weight(int value) {
        return new PlanRequest.Weights(request.pool(), Map.of(request.server(), value));
    }

    private void plan() {
        PlanRequest next = tries.poll();
        if (next == null) {
            tell(Step.WRITE, false, Map.of(), "", obstacle);
            return;
        }
        way.send(new Command.MakePlan(next), this::planned);
    }

    private void planned(Reply reply) {
        Plan plan = reply.plan();
        if (plan != null && plan.applicable() && plan.steps() == 1 && plan.changes() == 1) {
            Command apply =
                    new Command.Apply(plan, request.operator(), request.reason(), request.window());
            way.send(apply, answer -> applied(plan, answer));
            return;
        }
        // What stands against the smallest act tells more than what does against a larger one.
        if (obstacle.isEmpty()) {
            obstacle = plan == null ? reply.message() : against(plan);
        }
        plan();
    }

    private static String against(Plan plan) {
        String barred =
                plan.checks().stream()
                        .filter(c -> c.blocking() && !c.passed())
                        .map(Check::text)
                        .findFirst()
                        .orElse(plan.summary());
        return "Nothing was sent. %s. Choose another server, or see to that first."
                .formatted(barred.replaceFirst("\\.$", ""));
    }

    private void applied(Plan plan, Reply reply) {
        ActResult result = reply.result();
        String id = result == null ? "" : result.id();
        if (result == null || !result.outcome().done()) {
            tell(Step.WRITE, false, Map.of(), id, left(id, reply));
            return;
        }
        goal = new LinkedHashMap<>(plan.goal());
        goal.keySet().removeIf(knob -> !knob.name().equals(request.server()));
        tell(Step.WRITE, true, wanted(), id, plan.summary());
        tell(Step.READ_BACK, reads(result), values(result), id, trouble(result));
        way.send(
                new Command.Undo(id, request.operator(), request.window()),
                answer -> undone(id, answer));
    }

    private static String say(Reply reply) {
        ActResult result = reply.result();
        return result == null || result.message().isEmpty() ? reply.message() : result.message();
    }

    /// With what to do about an act that neither holds nor is taken back.
    private static String left(String id, Reply reply) {
        ActResult result = reply.result();
        boolean open = result != null && result.outcome() == Outcome.INTERRUPTED;
        String more = open ? " Take back act %s as soon as that is mended.".formatted(id) : "";
        return more.isEmpty() ? say(reply) : whole(say(reply)) + more;
    }

    /// With a full stop, since another sentence follows.
    private static String whole(String sentence) {
        return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private Map<String, Map<Knob, Integer>> wanted() {
        Map<String, Map<Knob, Integer>> wanted = new LinkedHashMap<>();
        before.keySet().forEach(balancer -> wanted.put(balancer, goal));
        return wanted;
    }

    private void undone(String id, Reply reply) {
        ActResult result = reply.result();
        boolean back = result != null && result.outcome() == Outcome.UNDONE && reads(result);
        String said =
                result != null && result.outcome() == Outcome.UNDONE ? trouble(result) : say(reply);
        tell(
                Step.UNDO,
                back,
                result == null ? Map.of() : values(result),
                id,
                back ? "" : "%s Undo act %s again.".formatted(whole(said), id));
    }

    /// Only what every balancer says that was read at first is proved.
    private boolean reads(ActResult result) {
        return result.balancers().stream().allMatch(BalancerResult::ok) && silent(result).isEmpty();
    }

    private Optional<String> silent(ActResult result) {
        return before.keySet().stream()
                .filter(name -> result.balancers().stream().noneMatch(b -> b.name().equals(name)))
                .findFirst();
    }

    private String trouble(ActResult result) {
        return result.balancers().stream()
                .filter(b -> !b.ok())
                .map(b -> b.name() + ": " + b.message())
                .findFirst()
                .or(() -> silent(result).map(name -> name + " was not read back."))
                .orElse("");
    }

    private Map<String, Map<Knob, Integer>> values(ActResult result) {
        Map<String, Map<Knob, Integer>> read = new LinkedHashMap<>();
        for (BalancerResult balancer : result.balancers()) {
            Map<Knob, Integer> own = new LinkedHashMap<>(balancer.values());
            own.keySet().retainAll(goal.keySet());
            read.put(balancer.name(), own);
        }
        return read;
    }

    private void tell(
            Step step,
            boolean good,
            Map<String, Map<Knob, Integer>> values,
            String act,
            String said) {
        told.accept(new Line(step, good, values, act, said));
    }
}
