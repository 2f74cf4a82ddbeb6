package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.Plan.Range;
import io.spillway.relief.Words;
import io.spillway.relief.gate.GateInput.ServerLoad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plans that set gates.
public final class GatePlan {
    /// The word for [Plan#kind].
    public static final String KIND = "gate";

    private GatePlan() {}

    /// Brings gates to a setting. Closing is one step; opening is done in steps of 100 permille,
    /// the most critical class first. While the plan's act holds, what is refused of each gated
    /// class may move within [Plan#allows]. A plan without stages says in its summary that all
    /// stands so already.
    public static Plan of(GateInput input, GateSetting setting) {
        GateEffect effect = GateEffect.of(input, setting);
        Map<Knob, Integer> goal = goal(input, setting);
        boolean change = Knobs.differ(input, goal);
        return new Plan(
                KIND,
                input.pool().name(),
                "",
                input.madeAt(),
                effect.before(),
                effect.after(),
                moves(input, effect),
                effect.classes(),
                change ? stages(input, goal) : List.of(),
                0,
                change ? allows(setting) : Map.of(),
                Knobs.present(input, goal.keySet()),
                new GateChecks(input, setting, effect).all(goal),
                change
                        ? summary(input, setting, effect)
                        : "The gates stand at \"%s\" already.".formatted(setting.name()));
    }

    /// The highest CPU share of a server that a setting would bring, 0..1; NaN if it cannot be
    /// told, as when nobody knows what a class asks for.
    ///
    /// @param more requests per second that come through besides, of no class in particular, NaN if
    ///   unknown
    public static double highest(GateInput input, GateSetting setting, double more) {
        GateEffect effect = GateEffect.of(input, setting);
        boolean unknown =
                effect.classes().stream()
                        .anyMatch(c ->
                                (setting.shed().containsKey(c.rank())
                                                || setting.limits().containsKey(c.rank()))
                                        && Double.isNaN(c.admittedAfter()));
        return unknown || Double.isNaN(more) ? Double.NaN : effect.with(input, more).after();
    }

    /// Draws anew which clients are refused; how many stays. The same on all balancers, so that one
    /// client meets the same verdict everywhere.
    public static Plan redraw(GateInput input) {
        Knob epoch = new Knob(Kind.EPOCH, "e");
        int highest =
                input.gates().values().stream()
                        .map(epoch::among)
                        .mapToInt(v -> v == null ? 0 : v)
                        .max()
                        .orElse(0);
        var nothing = new GateSetting("redraw", Map.of(), Map.of());
        GateEffect effect = GateEffect.of(input, nothing);
        Map<Knob, Integer> goal = Map.of(epoch, highest + 1);
        return new Plan(
                KIND,
                input.pool().name(),
                "",
                input.madeAt(),
                effect.before(),
                effect.before(),
                moves(input, effect),
                effect.classes(),
                List.of(goal),
                0,
                Map.of(),
                Knobs.present(input, goal.keySet()),
                List.of(Knobs.agreement(input, goal.keySet())),
                "Draw anew which clients are refused; as many as before.");
    }

    private static Map<Knob, Integer> goal(GateInput input, GateSetting setting) {
        Map<Knob, Integer> goal = new LinkedHashMap<>();
        int balancers = input.pool().balancers().size();
        new TreeMap<>(setting.shed()).forEach((rank, shed) -> goal.put(Knobs.shed(rank), shed));
        new TreeMap<>(setting.limits())
                .forEach((rank, limit) ->
                        goal.put(Knobs.limit(rank), GateSetting.part(limit, balancers)));
        return Collections.unmodifiableMap(goal);
    }

    private static List<Map<Knob, Integer>> stages(GateInput input, Map<Knob, Integer> goal) {
        List<Map<Knob, Integer>> stages = new ArrayList<>();
        Map<Knob, Integer> at = new LinkedHashMap<>();
        goal.forEach((knob, value) -> at.put(knob, Math.max(value, most(input, knob, value))));
        while (stages.isEmpty() || !at.equals(goal)) {
            int left = Throttle.RELEASE;
            for (Map.Entry<Knob, Integer> entry : goal.entrySet()) {
                int now = at.getOrDefault(entry.getKey(), entry.getValue());
                int step = Math.min(left, Math.max(0, now - entry.getValue()));
                at.put(entry.getKey(), now - step);
                left -= step;
            }
            stages.add(Collections.unmodifiableMap(new LinkedHashMap<>(at)));
        }
        return List.copyOf(stages);
    }

    /// Only what is refused is let in step by step; limits are set at once.
    private static int most(GateInput input, Knob knob, int value) {
        return knob.kind() == Kind.SHED
                ? input.gates().values().stream()
                        .map(knob::among)
                        .mapToInt(v -> v == null ? value : v)
                        .max()
                        .orElse(value)
                : value;
    }

    private static Map<Knob, Range> allows(GateSetting setting) {
        Map<Knob, Range> allows = new LinkedHashMap<>();
        setting.shed()
                .forEach((rank, shed) -> {
                    if (shed > 0 && rank > 0) {
                        allows.put(Knobs.shed(rank), Ranges.around(shed));
                    }
                });
        return allows;
    }

    static List<Move> moves(GateInput input, GateEffect effect) {
        double weights = input.servers().stream().mapToInt(ServerLoad::weight).sum();
        return input.servers().stream()
                .map(s -> {
                    double share = weights > 0 ? s.weight() / weights : 0;
                    float after = (float) effect.cpu(s);
                    return new Move(
                            s.name(), s.weight(), s.weight(), (float) s.cpu(), after, share, share);
                })
                .sorted(
                        Comparator.comparingDouble(
                                        (Move m) -> Float.isNaN(m.cpuNow()) ? 1 : -m.cpuNow())
                                .thenComparing(Move::name))
                .toList();
    }

    private static String summary(GateInput input, GateSetting setting, GateEffect effect) {
        String critical =
                input.classes().isEmpty() ? "critical" : input.classes().getFirst().kind().name();
        String does =
                effect.sheds() > 0 || effect.admits() <= 0
                        ? "sheds about %s req/s, %s untouched"
                                .formatted(about(effect.sheds()), critical)
                        : "lets in about %s req/s again".formatted(about(effect.admits()));
        return "Gate \"%s\" on %s: %s."
                .formatted(
                        setting.name(),
                        Words.count(input.pool().balancers().size(), "balancer"),
                        does);
    }

    /// Three figures: more would pretend to know.
    static String about(double requests) {
        double step = Math.max(1, Math.pow(10, Math.floor(Math.log10(Math.max(1, requests))) - 2));
        return Words.number(Math.round(requests / step) * step);
    }
}
