package io.spillway.watch.who;

import java.util.ArrayList;
import java.util.List;

/// Joins what the log tells with what the balancer's counters tell: the log sees more, the counters
/// add their evidence, and stand alone where there is no log.
final class Merge {
    private Merge() {}

    static List<Cause> of(List<Cause> log, List<Cause> counters) {
        if (log.isEmpty()) {
            return counters;
        }
        List<Cause> merged = new ArrayList<>();
        for (Cause cause : log) {
            List<String> evidence = new ArrayList<>(cause.evidence());
            counters.stream()
                    .filter(other -> other.kind() == cause.kind())
                    .forEach(other -> evidence.addAll(other.evidence()));
            merged.add(new Cause(cause.kind(), cause.confidence(), cause.share(), evidence));
        }
        return merged;
    }
}
