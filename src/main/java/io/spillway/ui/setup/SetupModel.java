package io.spillway.ui.setup;

import io.spillway.desk.Picture;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.fleet.SourceHealth;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What Spillway understood, in words.
final class SetupModel {
    private static final int NAMED = 3;

    private final Picture picture;

    SetupModel(Picture picture) {
        this.picture = picture;
    }

    /// One source or balancer.
    ///
    /// @param state whether it answers, and since when it does not
    /// @param proved what was proved there; empty for nothing
    /// @param message what is wrong and what to do; empty when all is well
    record Endpoint(
            String name, String kind, String state, String proved, String message, boolean good) {}

    /// One pool.
    ///
    /// @param missing which of its servers the metrics do not tell; empty for none
    record PoolLine(
            String pool, String servers, String limit, String stay, String match, String missing) {}

    /// @param proofs what was proved, by balancer
    List<Endpoint> endpoints(Map<String, String> proofs) {
        return picture.sources().stream()
                .map(s ->
                        new Endpoint(
                                s.name(),
                                s.kind(),
                                state(s),
                                proofs.getOrDefault(s.name(), unproved(s.name())),
                                s.message(),
                                s.ok()))
                .toList();
    }

    /// Only balancers are changed, so only they have something to prove.
    private String unproved(String name) {
        boolean balancer =
                picture.fleet().pools().stream().anyMatch(p -> p.balancers().contains(name));
        return balancer ? Words.of("setup.not-proved") : "";
    }

    private String state(SourceHealth source) {
        if (source.lastSuccess() == 0) {
            return Words.of("kit.never-answered");
        }
        Instant last = Instant.ofEpochMilli(source.lastSuccess());
        return source.ok()
                ? Words.of("kit.live-for", Format.span(Duration.between(last, picture.time())))
                : Words.of("setup.silent-since", Format.clock(last));
    }

    List<PoolLine> pools() {
        return picture.fleet().pools().stream().map(this::line).toList();
    }

    private PoolLine line(Pool pool) {
        FleetState fleet = picture.fleet();
        int count = 0;
        int found = 0;
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < fleet.servers().size(); i++) {
            Server server = fleet.servers().get(i);
            if (!server.pool().equals(pool.name())) {
                continue;
            }
            count++;
            if (fleet.quality(Metric.CPU, i).hasValue()) {
                found++;
            } else if (missing.size() < NAMED) {
                missing.add(server.name());
            }
        }
        return new PoolLine(
                pool.name(),
                Integer.toString(count),
                Format.percent(pool.cpuLimit()).toString(),
                Words.of("setup.stay", pool.required(count)),
                match(pool),
                missing(count, found, missing));
    }

    private static String match(Pool pool) {
        String key = "setup.match-" + pool.match().by().name().toLowerCase(Locale.ROOT);
        return Words.of(key, pool.match().label());
    }

    private static String missing(int count, int found, List<String> named) {
        int more = count - found - named.size();
        String names = String.join(", ", named);
        if (named.isEmpty()) {
            return "";
        } else if (found == 0) {
            return Words.of("setup.none-matched");
        }
        return Words.of(
                "setup.unmatched", more > 0 ? names + " " + Words.of("kit.and-more", more) : names);
    }

    /// Names of the pools.
    List<String> names() {
        return picture.fleet().pools().stream().map(Pool::name).toList();
    }

    /// A server of the pool that serves; empty if there is none.
    String serving(String pool) {
        return picture.fleet().pools().stream()
                .filter(p -> p.name().equals(pool))
                .flatMap(p ->
                        picture.fleet().balancers().stream()
                                .filter(b -> p.balancers().contains(b.name()))
                                .map(BalancerState::slots)
                                .flatMap(List::stream)
                                .filter(s -> s.backend().equals(p.backend())))
                .filter(s -> s.admin() == AdminState.READY && s.weight() > 0)
                .map(Slot::server)
                .findFirst()
                .orElse("");
    }
}
