package io.spillway.desk;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sentences that operators must see whatever screen they look at.
final class Notices {
    private Notices() {}

    static List<String> of(Acts.Book book) {
        List<String> notices = new ArrayList<>();
        if (!book.trouble().isEmpty()) {
            notices.add(book.trouble());
        }
        for (Lease lease : book.leases()) {
            if (lease.inForce() && !lease.message().isEmpty()) {
                notices.add(sentence(lease));
            }
        }
        Map<String, List<Drift>> byBalancer = new LinkedHashMap<>();
        for (Drift drift : book.drifts()) {
            byBalancer
                    .computeIfAbsent(drift.balancer() + " " + drift.cause(), k -> new ArrayList<>())
                    .add(drift);
        }
        byBalancer.values().forEach(group -> notices.add(sentence(group)));
        return notices;
    }

    private static String sentence(Lease lease) {
        return "Act %s by %s on %s: %s"
                .formatted(lease.id(), lease.operator(), lease.pool(), lease.message());
    }

    private static String sentence(List<Drift> group) {
        Drift first = group.getFirst();
        String others = group.size() == 1 ? "" : " and " + (group.size() - 1) + " more";
        return "%s on %s has %s %s where act %s set %s%s: %s"
                .formatted(
                        first.knob().name(),
                        first.balancer(),
                        first.knob().kind().noun(),
                        first.knob().say(first.applied()),
                        first.lease(),
                        first.knob().say(first.intended()),
                        others,
                        first.cause());
    }
}
