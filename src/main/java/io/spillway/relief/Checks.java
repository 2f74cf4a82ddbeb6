package io.spillway.relief;

import io.spillway.relief.PoolInput.ServerInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What was looked at for a plan, one line each.
final class Checks {
    /// A step that changes a server's weight by more than this is named.
    private static final double MAX_STEP = 0.25;

    private static final int NAMED = 3;

    private final PoolInput input;
    private final Load load;
    private final List<Check> checks = new ArrayList<>();

    Checks(PoolInput input, Load load) {
        this.input = input;
        this.load = load;
    }

    /// @param cpu of each server once the plan is applied, or now if it is not worth applying
    /// @param worth whether the plan is worth applying
    List<Check> of(double[] cpu, Evening change, boolean worth) {
        limit(cpu, worth);
        shortage();
        agreement();
        service();
        if (worth) {
            step(change);
        }
        leftAlone();
        return List.copyOf(checks);
    }

    private void add(boolean passed, boolean blocking, String text) {
        checks.add(new Check(passed, blocking, text));
    }

    private void limit(double[] cpu, boolean worth) {
        int worst = load.busiest(cpu);
        if (worst < 0) {
            return;
        }
        double limit = input.pool().cpuLimit();
        double top = cpu[worst];
        String name = load.servers.get(worst).name();
        if (top <= limit + 1e-9) {
            String when = worth ? " after the change" : "";
            add(
                    true,
                    false,
                    "No server above %s%s (worst: %s %s)"
                            .formatted(Words.percent(limit), when, name, Words.percent(top)));
        } else {
            // Rounded up, or a server above the limit would read as being at it.
            String shown = (int) Math.ceil(100 * top - 1e-9) + " %";
            String verb = worth ? "would still be" : "is";
            add(
                    false,
                    false,
                    "%s %s at %s, above %s".formatted(name, verb, shown, Words.percent(limit)));
        }
    }

    private void shortage() {
        double limit = input.pool().cpuLimit();
        double capacity = IntStream.range(0, load.size()).mapToDouble(i -> load.capacity[i]).sum();
        double missing = load.demand - limit * capacity;
        if (load.movableCount() > 0 && missing > 1e-9 * load.demand) {
            add(
                    false,
                    false,
                    "However it is spread, still short %s req/s at %s"
                            .formatted(Words.number(Math.max(1, missing)), Words.percent(limit)));
        }
    }

    private void agreement() {
        List<String> balancers = input.pool().balancers();
        boolean agree = true;
        for (ServerInput s : load.servers) {
            String trouble = disagreement(s, balancers);
            if (!trouble.isEmpty() && agree) {
                add(false, true, trouble);
                agree = false;
            }
        }
        if (agree) {
            add(
                    true,
                    true,
                    "Weights on %s are as when this plan was computed"
                            .formatted(Words.join(balancers)));
        }
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
        int in = 0;
        for (int i = 0; i < load.size(); i++) {
            in += load.inService(i) && load.weights[i] > 0 ? 1 : 0;
        }
        int needed = input.pool().required(load.size());
        add(
                in >= needed,
                false,
                "%s of %s stay in service; at least %s required"
                        .formatted(
                                Words.number(in),
                                Words.count(load.size(), "server"),
                                Words.number(needed)));
    }

    private void step(Evening change) {
        int[] goal = change.goal();
        int largest = 0;
        double size = 0;
        for (int i = 0; i < goal.length; i++) {
            double before = (double) load.weights[i] * change.scaledBy();
            double relative = before > 0 ? (goal[i] - before) / before : 0;
            if (Math.abs(relative) > Math.abs(size)) {
                largest = i;
                size = relative;
            }
        }
        String name = load.servers.get(largest).name();
        boolean small = Math.abs(size) <= MAX_STEP + 1e-9;
        add(
                small,
                false,
                (small
                                ? "No step above 25 %% (largest: %s %s); applied in one step"
                                : "Largest step %2$s (%1$s), above 25 %%; applied in one step")
                        .formatted(name, Words.signed(size)));
        if (change.scaledBy() > 1) {
            add(
                    true,
                    false,
                    ("Weights are multiplied by %d first,"
                                    + " so that they can be set finely; shares stay")
                            .formatted(change.scaledBy()));
        }
    }

    private void leftAlone() {
        List<String> named = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < load.size(); i++) {
            if (!load.movable(i)) {
                count++;
                if (count <= NAMED) {
                    named.add(load.servers.get(i).name() + " " + load.frozen[i]);
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
}
