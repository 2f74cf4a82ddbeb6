package io.spillway.ui.servers;

import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;

/// The weight the balancers hold; stressed where it is not the one intended, hatched where one of
/// them has not been read for long.
final class AppliedCell extends FactsCell {
    private final Tooltip tip = new Tooltip();

    AppliedCell() {
        super(ServerFacts::appliedText, _ -> "");
        // Its words are only put together when they are looked at.
        tip.setOnShowing(_ -> tip.setText(lines()));
    }

    private String lines() {
        ServerFacts facts = getItem();
        return facts == null
                ? ""
                : facts.held().entrySet().stream()
                        .map(held -> line(facts, held.getKey(), held.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    void draw(ServerFacts facts) {
        setText(facts.appliedText());
        setTooltip(facts.held().isEmpty() ? null : tip);
        mark(facts.oldWeights(), facts.disagrees());
    }

    private static String line(ServerFacts facts, String balancer, Slot slot) {
        FleetIndex.Trust trust = facts.trust(balancer);
        String old =
                trust.quality() == Quality.LIVE
                        ? ""
                        : ", " + Words.of("kit.old", Format.age(trust.age()));
        return balancer + ": " + slot.weight() + old;
    }
}
