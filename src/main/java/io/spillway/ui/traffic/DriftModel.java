package io.spillway.ui.traffic;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.fleet.Knob;
import io.spillway.ui.kit.KnobWords;
import io.spillway.ui.kit.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the pane of drift says: where balancers do not hold what an act set. What is out of order
/// for one reason on one balancer is one row, for it is set right in one go.
final class DriftModel {
    private static final int NAMED = 3;

    private final Picture picture;

    DriftModel(Picture picture) {
        this.picture = picture;
    }

    /// One row.
    ///
    /// @param act id of the act; empty if it is no longer in force, so that nothing can be done
    record Row(String act, String where, String what, String intended, String found, String why) {}

    List<Row> rows() {
        Set<String> inForce =
                picture.leases().stream()
                        .filter(Lease::inForce)
                        .map(Lease::id)
                        .collect(Collectors.toSet());
        return picture.drifts().stream()
                .collect(
                        Collectors.groupingBy(
                                d ->
                                        List.of(
                                                d.lease(),
                                                d.balancer(),
                                                d.cause(),
                                                d.knob().kind().name()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(same -> row(same, inForce.contains(same.getFirst().lease())))
                .toList();
    }

    private Row row(List<Drift> same, boolean inForce) {
        Drift first = same.getFirst();
        String cause = KnobWords.cause(first.cause());
        return new Row(
                inForce ? first.lease() : "",
                first.balancer(),
                what(same),
                one(
                        same.stream()
                                .map(d -> KnobWords.say(d.knob(), d.intended()))
                                .distinct()
                                .toList()),
                one(
                        same.stream()
                                .map(d -> KnobWords.say(d.knob(), d.applied()))
                                .distinct()
                                .toList()),
                cause + " · " + Words.of("traffic.act-number", first.lease()));
    }

    private String what(List<Drift> same) {
        Knob knob = same.getFirst().knob();
        String noun = KnobWords.noun(knob.kind(), same.size());
        if (same.size() == 1) {
            return switch (knob.kind()) {
                case SHED, LIMIT -> Words.of("traffic.drift-one", gate(knob), noun);
                default -> Words.of("traffic.drift-one", knob.name(), noun);
            };
        }
        String named =
                same.stream()
                        .limit(NAMED)
                        .map(d -> d.knob().kind().gate() ? gate(d.knob()) : d.knob().name())
                        .collect(Collectors.joining(", "));
        String more =
                same.size() > NAMED ? " " + Words.of("kit.and-more", same.size() - NAMED) : "";
        return Words.of("traffic.drift-many", same.size(), noun, named + more);
    }

    private String gate(Knob knob) {
        return picture.relief().gates().stream()
                .filter(g -> Integer.toString(g.rank()).equals(knob.name()))
                .map(g -> g.name())
                .findFirst()
                .orElse(knob.name());
    }

    private static String one(List<String> values) {
        return values.size() == 1 ? values.getFirst() : Words.of("traffic.various");
    }
}
