package io.spillway.ui.servers;

import static java.util.Comparator.comparing;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Reading;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.ui.kit.FleetIndex.Trust;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.KnobWords;
import io.spillway.ui.kit.Words;
import io.spillway.watch.capacity.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// Everything a row of the table says of one server at one tick.
///
/// @param server the server
/// @param limit its pool's CPU limit, 0..1
/// @param readings one for each [Metric], in its order
/// @param held how each balancer holds it, by the balancer's name
/// @param trust how far each balancer may be trusted, by its name; covers all of `held`
/// @param intended the weight an act in force set; empty where none did, balancer to weight
/// @param cause why a balancer holds another weight than intended; empty if all hold it
/// @param share its share of its pool's requests, 0..1, NaN if unknown
/// @param ability what it can carry
/// @param now the Picture's time
record ServerFacts(
        Server server,
        double limit,
        List<Reading> readings,
        Map<String, Slot> held,
        Map<String, Trust> trust,
        Map<String, Integer> intended,
        String cause,
        double share,
        Ability ability,
        Instant now) {
    Reading reading(Metric metric) {
        return readings.get(metric.ordinal());
    }

    /// The value, NaN where there is none.
    double value(Metric metric) {
        Reading r = reading(metric);
        return r.quality().hasValue() ? r.value() : Double.NaN;
    }

    boolean old(Metric metric) {
        Quality q = reading(metric).quality();
        return q == Quality.OLD || q == Quality.BLIND;
    }

    /// How old a value is: `17 s`.
    String age(Metric metric) {
        Instant taken = Instant.ofEpochMilli(reading(metric).time());
        return Format.age(Duration.between(taken, now));
    }

    /// Why there is no value, or that it is old; empty where it is live.
    String remark(Metric metric) {
        return switch (reading(metric).quality()) {
            case LIVE -> "";
            case OLD, BLIND -> Words.of("kit.old", age(metric));
            case MISSING -> Words.of("servers.missing");
            case INVALID -> Words.of("servers.invalid");
            case TARGET_DOWN -> Words.of("servers.target-down");
            case NO_SOURCE -> Words.of("servers.no-source");
        };
    }

    /// Its share of its pool's requests, with as many decimals as tell servers of a large pool
    /// apart.
    String shareText() {
        int digits = share > 0 && share < 0.001 ? 3 : share > 0 && share < 0.01 ? 2 : 1;
        return Format.percent(share, digits).toString();
    }

    boolean overloaded() {
        return reading(Metric.CPU).quality().hasValue() && value(Metric.CPU) > limit;
    }

    /// How far a balancer that holds it may be trusted.
    Trust trust(String balancer) {
        return Objects.requireNonNull(trust.get(balancer), balancer);
    }

    /// True if some balancer has not been read for long: what it holds is old.
    boolean oldWeights() {
        return held.keySet().stream().anyMatch(b -> trust(b).quality() != Quality.LIVE);
    }

    /// The weight an act wants; where none does, what all balancers agree on.
    String intendedText() {
        List<Integer> wanted = intended.values().stream().distinct().toList();
        if (wanted.size() == 1) {
            return wanted.getFirst().toString();
        }
        List<Integer> weights = weights();
        return weights.size() == 1 ? weights.getFirst().toString() : "–";
    }

    /// The weight the balancers hold: a number where they agree and hold what is intended, else the
    /// difference and where: `100 → 80 on lb-2`.
    String appliedText() {
        if (held.isEmpty()) {
            return "–";
        }
        List<String> off = off();
        if (off.isEmpty()) {
            return weights().getFirst().toString();
        }
        String first = off.getFirst();
        int weight = Objects.requireNonNull(held.get(first)).weight();
        String change = intendedText() + " → " + weight;
        boolean all = off.size() == held.size() && off.size() > 1;
        return all ? Words.of("servers.on-all", change) : Words.of("servers.on", change, first);
    }

    /// True if some balancer holds another weight than intended, or they disagree.
    boolean disagrees() {
        return !off().isEmpty();
    }

    /// Balancers that hold another weight than intended, else than the first.
    private List<String> off() {
        List<String> off = new ArrayList<>();
        if (held.isEmpty()) {
            return off;
        }
        int first = held.values().iterator().next().weight();
        held.forEach((balancer, slot) -> {
            if (slot.weight() != intended.getOrDefault(balancer, first)) {
                off.add(balancer);
            }
        });
        return off;
    }

    private List<Integer> weights() {
        return held.values().stream().map(Slot::weight).distinct().toList();
    }

    /// How the server stands, in few words. Balancers not read for long have a say only where no
    /// other has one, and then with its age.
    StateWords state() {
        if (held.isEmpty()) {
            return StateWords.of("not-held");
        }
        Trust best =
                held.keySet().stream().map(this::trust).min(comparing(Trust::age)).orElseThrow();
        return switch (best.quality()) {
            case LIVE -> state(b -> trust(b).quality() == Quality.LIVE);
            case OLD -> state(_ -> true).and(Format.age(best.age()));
            default -> StateWords.of("blind");
        };
    }

    /// The same in words alone.
    String stateText() {
        return state().text();
    }

    private StateWords state(Predicate<String> heard) {
        Map<String, Slot> said = new LinkedHashMap<>(held);
        said.keySet().removeIf(heard.negate());
        for (var entry : said.entrySet()) {
            StateWords word = word(entry.getValue());
            if (!word.word().equals("up")) {
                boolean all = said.values().stream().allMatch(s -> word(s).equals(word));
                return all ? word : word.at(entry.getKey());
            }
        }
        if (disagrees()) {
            return cause.isEmpty()
                    ? StateWords.of("disagree")
                    : new StateWords("disagree", KnobWords.cause(cause));
        }
        if (reading(Metric.CPU).quality() == Quality.BLIND) {
            return StateWords.of("blind");
        }
        Finding found = ability.finding();
        return found == null
                ? StateWords.of("up")
                : StateWords.of("background", Format.percent(found.background()));
    }

    private StateWords word(Slot slot) {
        if (slot.admin() == AdminState.MAINT) {
            return StateWords.of("maintenance");
        }
        if (slot.oper() == OperState.DOWN) {
            return StateWords.of("down");
        }
        if (slot.admin() == AdminState.DRAIN) {
            double sessions = value(Metric.IN_FLIGHT);
            return Double.isFinite(sessions)
                    ? StateWords.of("draining-sessions", Format.count(sessions))
                    : StateWords.of("draining");
        }
        return StateWords.of(slot.oper() == OperState.CHANGING ? "changing" : "up");
    }
}
