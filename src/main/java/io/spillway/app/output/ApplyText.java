package io.spillway.app.output;

import io.spillway.action.ActResult;
import java.util.stream.Collectors;

/// What became of `apply` or `undo`, for people.
public final class ApplyText {
    private ApplyText() {}

    public static String of(ActResult result) {
        StringBuilder text = new StringBuilder(result.outcome().word());
        if (!result.id().isEmpty()) {
            text.append(' ').append(result.id());
        }
        if (!result.message().isEmpty()) {
            text.append(": ").append(result.message());
        }
        text.append('\n');
        for (ActResult.BalancerResult balancer : result.balancers()) {
            String weights =
                    balancer.values().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getKey().say(e.getValue()))
                            .sorted()
                            .collect(Collectors.joining(" "));
            text.append(
                    "  %s  %s  %s\n"
                            .formatted(
                                    balancer.name(),
                                    balancer.ok() ? "ok" : "FAILED: " + balancer.message(),
                                    weights.isEmpty() ? "not read back" : "reads back " + weights));
        }
        return text.toString();
    }
}
