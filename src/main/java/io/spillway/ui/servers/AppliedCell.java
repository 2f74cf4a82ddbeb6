package io.spillway.ui.servers;

/// The weight the balancers hold; stressed where it is not the one intended.
final class AppliedCell extends FactsCell {
    AppliedCell() {
        super(ServerFacts::appliedText, _ -> "");
    }

    @Override
    void draw(ServerFacts facts) {
        super.draw(facts);
        StringBuilder each = new StringBuilder();
        facts.held()
                .forEach((b, slot) ->
                        each.append(b).append(": ").append(slot.weight()).append('\n'));
        remark(each.toString().strip());
        mark(false, facts.disagrees());
    }
}
