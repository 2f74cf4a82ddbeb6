package io.spillway.alarm.signal;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers the signals of one tick: only values that are not well, and whatever is tracked.
final class Collector {
    private static final double FINE = 1e6;

    private final Rules rules;
    private final Set<String> tracked;
    private final List<Signal> signals = new ArrayList<>();

    Collector(Rules rules, Set<String> tracked) {
        this.rules = rules;
        this.tracked = tracked;
    }

    Rules rules() {
        return rules;
    }

    Optional<Rule> rule(String name) {
        return rules.rule(name);
    }

    List<Signal> signals() {
        return signals;
    }

    boolean tracks(Rule rule, Subject subject) {
        return !tracked.isEmpty() && tracked.contains(rule.name() + "@" + subject.key());
    }

    /// Takes a value in.
    ///
    /// @param value NaN if not known
    /// @param interval between its samples, milliseconds
    /// @param parent empty if it stands on its own
    /// @return true if the value is bad
    boolean put(Rule rule, Subject subject, double value, long interval, String parent) {
        return put(rule, subject, value, interval, null, "", parent);
    }

    boolean put(
            Rule rule,
            Subject subject,
            double value,
            long interval,
            @Nullable Priority priority,
            String detail,
            String parent) {
        double tidy = tidy(value);
        String server = subject.kind() == Subject.Kind.SERVER ? subject.name() : "";
        Limits limits = rules.limits(rule, subject.pool(), server);
        boolean unwell = !Double.isNaN(tidy) && !limits.well(tidy);
        if (unwell || tracks(rule, subject)) {
            signals.add(
                    new Signal(
                            rule.name(),
                            subject,
                            tidy,
                            interval,
                            priority,
                            detail,
                            parent,
                            Origin.OWN));
        }
        return limits.bad(tidy);
    }

    /// A `float` as close to a level as people write it is at that level.
    private static double tidy(double value) {
        return Double.isFinite(value) ? Math.rint(value * FINE) / FINE : Double.NaN;
    }
}
