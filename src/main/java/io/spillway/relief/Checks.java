package io.spillway.relief;

import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.fill.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// What was looked at for a plan, one line each.
final class Checks {
    private static final int NAMED = 3;
    private static final double HAIR = 1e-9;

    private final PoolInput input;
    private final Load load;
    private final Change change;
    private final double limit;
    private final double[] now;
    private final double[] unless;
    private final double[] then;
    private final List<Check> checks = new ArrayList<>();

    Checks(PoolInput input, Load load, Change change) {
        this.input = input;
        this.load = load;
        this.change = change;
        limit = input.pool().cpuLimit();
        now = load.cpu();
        unless = load.predict(load.weights, load.demand);
        then = change.isNone() ? now : load.predict(change.goal(), load.demand);
    }

    /// The checks of a plan of ours.
    List<Check> of(Filling filling) {
        limit();
        shortage(filling);
        return rest();
    }

    /// The checks of weights that someone chose.
    List<Check> ofEdited() {
        limit();
        unknown();
        return rest();
    }

    private List<Check> rest() {
        agreement();
        service();
        if (!change.isNone()) {
            StepCheck.of(load, change).forEach(checks::add);
        }
        leftAlone();
        stillHigh();
        guesses();
        forecast();
        return List.copyOf(checks);
    }

    private void add(boolean passed, boolean blocking, String text) {
        checks.add(new Check(passed, blocking, text));
    }

    private void limit() {
        int worst = load.busiest(then);
        if (worst < 0) {
            return;
        }
        String named =
                names(i ->
                        load.changeable(i)
                                && then[i] > limit + HAIR
                                && Math.max(now[i], unless[i]) <= limit + HAIR);
        if (!change.isNone() && !named.isEmpty()) {
            add(false, true, "This would push above %s: %s".formatted(Words.percent(limit), named));
        } else if (then[worst] <= limit + HAIR) {
            add(
                    true,
                    false,
                    "No server above %s%s (worst: %s %s)"
                            .formatted(
                                    Words.percent(limit),
                                    change.isNone() ? "" : " after the change",
                                    load.name(worst),
                                    Words.percent(then[worst])));
        } else {
            add(false, false, above(worst));
        }
    }

    private String above(int worst) {
        double own = load.background[worst];
        return "%s %s at %s, above %s%s"
                .formatted(
                        load.name(worst),
                        change.isNone() ? "is" : "would still be",
                        high(then[worst]),
                        Words.percent(limit),
                        own > load.target
                                ? ": %s of it is not traffic".formatted(Words.percent(own))
                                : "");
    }

    /// Rounded up, or a server above the limit would read as being at it.
    private static String high(double cpu) {
        return (int) Math.ceil(100 * Math.min(1, cpu) - HAIR) + " %";
    }

    /// The servers of a kind as they would be, `web-1 95 %, web-2 93 % and 4 more`.
    private String names(IntPredicate kind) {
        List<String> named = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < load.size(); i++) {
            if (kind.test(i) && ++count <= NAMED) {
                named.add(load.name(i) + " " + high(then[i]));
            }
        }
        if (count > NAMED) {
            named.add(Words.number(count - NAMED) + " more");
        }
        return Words.join(named);
    }

    private void shortage(Filling filling) {
        if (load.changeableCount() == 0 || filling.lacking() <= 0) {
            return;
        }
        String servers =
                filling.add() > 0
                        ? ", or %s more like these,".formatted(Words.count(filling.add(), "server"))
                        : "";
        add(
                false,
                false,
                "However it is spread, %s req/s more come than fit at %s: refusing %s%s would do"
                        .formatted(
                                Words.number(Math.max(1, filling.lacking())),
                                Words.percent(load.target),
                                (int) Math.ceil(100 * filling.shed()) + " %",
                                servers));
    }

    /// Traffic is not moved on a guess.
    private void unknown() {
        double[] before = load.shares(load.weights);
        double[] after = load.shares(change.goal());
        for (int i = 0; i < before.length; i++) {
            if (after[i] > before[i] + HAIR && !load.changeable(i)) {
                String why = load.standing[i].why();
                add(false, true, "%s would get more, but %s".formatted(load.name(i), why));
                return;
            }
        }
    }

    private void agreement() {
        List<String> balancers = input.pool().balancers();
        for (ServerInput s : load.servers) {
            String trouble = disagreement(s, balancers);
            if (!trouble.isEmpty()) {
                add(false, true, trouble);
                return;
            }
        }
        add(
                true,
                true,
                "Weights on %s are as when this plan was computed"
                        .formatted(Words.join(balancers)));
    }

    private static String disagreement(ServerInput s, List<String> balancers) {
        String first = balancers.getFirst();
        for (String balancer : balancers) {
            Integer here = s.weights().get(balancer);
            Integer there = s.weights().get(first);
            if (here == null) {
                return "The weight of %s on %s is not known: check that balancer"
                        .formatted(s.name(), balancer);
            } else if (there != null && !here.equals(there)) {
                return "%s has weight %d on %s and %d on %s: make them equal first"
                        .formatted(s.name(), there, first, here, balancer);
            }
        }
        return "";
    }

    private void service() {
        int before = inService(load.weights);
        int after = inService(change.goal());
        int needed = input.pool().required(load.size());
        add(
                after >= needed,
                after < needed && after < before,
                "%s of %s stay in service; at least %s required"
                        .formatted(
                                Words.number(after),
                                Words.count(load.size(), "server"),
                                Words.number(needed)));
    }

    private int inService(int[] weights) {
        int in = 0;
        for (int i = 0; i < weights.length; i++) {
            in += load.inService(i) && weights[i] > 0 ? 1 : 0;
        }
        return in;
    }

    private void leftAlone() {
        double[] before = load.shares(load.weights);
        double[] after = load.shares(change.goal());
        List<String> named = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < load.size(); i++) {
            String why = load.standing[i].why();
            if (!why.isEmpty() && Math.abs(after[i] - before[i]) < HAIR) {
                count++;
                if (count <= NAMED) {
                    named.add(load.name(i) + " " + why);
                }
            }
        }
        if (count > NAMED) {
            named.add((count - NAMED) + " more");
        }
        if (count > 0) {
            String verb = count == 1 ? " keeps its share: " : " keep their share: ";
            add(true, false, Words.count(count, "server") + verb + Words.join(named));
        }
    }

    private void stillHigh() {
        String named =
                names(i ->
                        !load.changeable(i)
                                && load.inService(i)
                                && load.weights[i] > 0
                                && then[i] > limit + HAIR);
        if (!named.isEmpty()) {
            add(
                    false,
                    false,
                    "Left alone, yet above %s: %s".formatted(Words.percent(limit), named));
        }
    }

    private void guesses() {
        int guesses = 0;
        for (int i = 0; i < load.size(); i++) {
            guesses += load.changeable(i) && !load.servers.get(i).line().known() ? 1 : 0;
        }
        if (guesses > 0) {
            add(
                    true,
                    false,
                    ("What %s can carry is not learnt yet:"
                                    + " all of the CPU there is laid on the requests of now")
                            .formatted(Words.count(guesses, "server")));
        }
    }

    private void forecast() {
        if (load.demand > load.offered) {
            add(
                    true,
                    false,
                    "Planned for %s req/s, expected in 5 minutes; %s now"
                            .formatted(Words.number(load.demand), Words.number(load.offered)));
        }
    }
}
