package io.spillway.relief.serving;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Pool;
import io.spillway.relief.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is looked at before servers change their state.
public final class StateChecks {
    /// Changes smaller than this are no change.
    private static final double NOTHING = 0.005;

    private final StateChange change;
    private final Serving serving;
    private final Pool pool;
    private final List<Check> checks = new ArrayList<>();

    public StateChecks(StateChange change) {
        this.change = change;
        this.serving = change.serving();
        this.pool = serving.pool();
    }

    /// All that was looked at so far, in order.
    public List<Check> list() {
        return List.copyOf(checks);
    }

    /// Adds one line.
    public StateChecks add(boolean passed, boolean blocking, String text) {
        checks.add(new Check(passed, blocking, text));
        return this;
    }

    /// Every balancer's state of those who change is known.
    public StateChecks readable() {
        for (String balancer : pool.balancers()) {
            for (Member m : change.changed()) {
                AdminState state = m.states().get(balancer);
                if (state == null || state == AdminState.UNKNOWN) {
                    return add(
                            false,
                            true,
                            "The state of %s on %s is not known: check that balancer"
                                    .formatted(m.name(), balancer));
                }
            }
        }
        return this;
    }

    /// Enough stay in service: the pool's minimum, and half of those who are not merely in reserve.
    public StateChecks service() {
        int all = serving.members().size();
        int stay = change.after().size();
        int needed = pool.required(all);
        boolean fewer = stay < change.before().size();
        add(
                stay >= needed,
                fewer,
                "%d of %s stay in service; at least %d required"
                        .formatted(stay, Words.count(all, "server"), needed));
        long regular =
                serving.members().stream()
                        .filter(m ->
                                !pool.standby().servers().contains(m.name())
                                        || change.before().contains(m.name()))
                        .count();
        if (fewer && 2L * stay < regular) {
            add(
                    false,
                    true,
                    "Only %d of %s would be active, under half: bring others back first"
                            .formatted(stay, Words.count(regular, "server")));
        }
        return this;
    }

    /// Nobody is pushed over the pool's limit.
    ///
    /// @param when completes "above 90 %"
    public StateChecks limit(String when) {
        double[] now = serving.cpu(change.before());
        double[] then = serving.cpu(change.after());
        List<String> over = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int worst = -1;
        for (int i = 0; i < then.length; i++) {
            String name = serving.members().get(i).name();
            if (!change.after().contains(name)) {
                continue;
            } else if (Double.isNaN(then[i])) {
                unknown.add(name);
                continue;
            }
            worst = worst < 0 || then[i] > then[worst] ? i : worst;
            boolean more = !change.before().contains(name) || then[i] > now[i] + NOTHING;
            if (then[i] > pool.cpuLimit() + 1e-9 && more) {
                over.add("%s at %s".formatted(name, above(then[i])));
            }
        }
        if (!unknown.isEmpty()) {
            add(false, false, "How %s will do is not known: watch".formatted(Words.some(unknown)));
        }
        if (!over.isEmpty()) {
            return add(false, true, "%s%s, above %s".formatted(Words.some(over), when, limit()));
        }
        if (worst >= 0) {
            String name = serving.members().get(worst).name();
            boolean fine = then[worst] <= pool.cpuLimit() + 1e-9;
            String text = fine ? "No server above %s%s (worst: %s %s)" : "Still above %s%s: %s %s";
            add(
                    fine,
                    false,
                    text.formatted(
                            limit(),
                            when,
                            name,
                            fine ? Words.percent(then[worst]) : above(then[worst])));
        }
        return this;
    }

    /// What the loss of the largest server would do afterwards.
    ///
    /// @param blocking true if it must be borne
    public StateChecks loss(boolean blocking) {
        Set<String> after = change.after();
        double highest = serving.afterLosingOne(after);
        String largest = serving.largest(after);
        if (largest.isEmpty() || Double.isNaN(highest)) {
            return add(
                    false,
                    blocking,
                    "Whether the loss of another server would be borne then is not known");
        }
        boolean borne = highest <= pool.cpuLimit() + 1e-9;
        return add(
                borne,
                blocking,
                "If %s is lost then, the busiest is at %s"
                        .formatted(largest, Words.percent(highest)));
    }

    /// Rounded up, or what is above the limit would read as being at it.
    private static String above(double cpu) {
        return Words.percent(Math.ceil(100 * cpu - 1e-9) / 100);
    }

    private String limit() {
        return Words.percent(pool.cpuLimit());
    }
}
