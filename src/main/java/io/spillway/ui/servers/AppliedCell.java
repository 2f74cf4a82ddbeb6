package io.spillway.ui.servers;

import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;

/// The weight the balancers hold; stressed where it is not the one intended, hatched where one of
/// them has not been read for long.
final class AppliedCell extends FactsCell {
    AppliedCell() {
        super(ServerFacts::appliedText, _ -> "");
    }

    @Override
    void draw(ServerFacts facts) {
        super.draw(facts);
        remark(
                String.join(
                        "\n",
                        facts.held().entrySet().stream()
                                .map(held -> line(facts, held.getKey(), held.getValue()))
                                .toList()));
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
