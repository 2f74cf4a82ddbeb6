package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.desk.ReliefPlant.Hand;
import io.spillway.fleet.Knob;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What must hold after every step of an operator, of time, and of the desk itself.
final class ReliefTruths {
    /// The longest that an act on its way back waits between two steps without saying why, while
    /// somebody looks.
    private static final Duration PAUSE = Duration.ofSeconds(45);

    /// A desk between whose ticks so much passed was not there: it has to see two samples first.
    private static final Duration ASLEEP = Duration.ofMinutes(5);

    private static final int LOOKS = 5;

    private static final List<Knob> CRITICAL = List.of(ReliefPlant.shed(0), ReliefPlant.limit(0));

    private final ReliefPlant plant;
    private final int least;
    private final Map<String, Long> serving = new HashMap<>();
    private final Map<String, Map<Knob, Integer>> before = new LinkedHashMap<>();

    /// Values of critical gates that somebody else set, or two people, or an emergency.
    private final Map<Knob, Set<Integer>> known = new HashMap<>();

    private record Wait(long step, Instant since, Instant look, int looks) {}

    private final Map<String, Wait> waiting = new HashMap<>();

    /// @param least servers that must stay in service
    ReliefTruths(ReliefPlant plant, int least) {
        this.plant = plant;
        this.least = least;
        CRITICAL.forEach(k -> known.put(k, new HashSet<>()));
        remember();
        trust();
    }

    /// What there is before the desk does something.
    void remember() {
        for (Hand hand : plant.hands()) {
            serving.put(hand.balancer(), hand.inService());
            before.put(
                    hand.balancer(),
                    CRITICAL.stream().collect(Collectors.toMap(k -> k, hand::gate)));
        }
    }

    /// What there is now is not the desk's doing.
    void trust() {
        plant.hands().forEach(hand -> CRITICAL.forEach(k -> trust(k, hand)));
    }

    private void trust(Knob knob, Hand hand) {
        known.computeIfAbsent(knob, k -> new HashSet<>()).add(hand.gate(knob));
    }

    /// A sentence on what does not hold, empty if all does.
    String broken(List<Lease> leases, Instant now) {
        for (Hand hand : plant.hands()) {
            String text = service(hand);
            text = text.isEmpty() ? critical(hand, leases) : text;
            if (!text.isEmpty()) {
                return text;
            }
        }
        for (Lease lease : leases) {
            String text = end(lease, now);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private String service(Hand hand) {
        String name = hand.balancer();
        long left = hand.inService();
        return left < least && left < serving.getOrDefault(name, 0L)
                ? "minimum: %s has %d servers in service".formatted(name, left)
                : "";
    }

    private String critical(Hand hand, List<Lease> leases) {
        String name = hand.balancer();
        for (Knob knob : CRITICAL) {
            int was = before.getOrDefault(name, Map.of()).getOrDefault(knob, 0);
            int is = hand.gate(knob);
            boolean tighter = knob.equals(CRITICAL.getFirst()) ? is > was : is < was;
            boolean agreed =
                    leases.stream()
                            .anyMatch(l ->
                                    l.inForce()
                                            && !l.course().consent().isEmpty()
                                            && l.before().values().stream()
                                                    .anyMatch(b -> b.containsKey(knob)));
            if (agreed) {
                trust(knob, hand);
            } else if (tighter && !known.getOrDefault(knob, Set.of()).contains(is)) {
                return "guard: %s of %s went from %d to %d".formatted(knob, name, was, is);
            }
        }
        return "";
    }

    private String end(Lease lease, Instant now) {
        Instant end = lease.endsAt();
        if (!lease.inForce()) {
            return "";
        } else if (lease.state() == Lease.State.RAMPING) {
            long step = lease.course().changed();
            Wait last = waiting.get(lease.id());
            Wait next =
                    last == null || last.step() != step || now.isAfter(last.look().plus(ASLEEP))
                            ? new Wait(step, now, now, 1)
                            : new Wait(step, last.since(), now, last.looks() + 1);
            waiting.put(lease.id(), next);
            boolean stands = next.looks() > LOOKS && now.isAfter(next.since().plus(PAUSE));
            return lease.message().isEmpty() && stands
                    ? "lease: %s is on its way back and stands".formatted(lease.id())
                    : "";
        }
        boolean past = end != null && !now.isBefore(end);
        Wait last = waiting.get(lease.id());
        if (past && (last == null || last.step() != 0)) {
            waiting.put(lease.id(), new Wait(0, now, now, 1));
        } else if (!past) {
            waiting.remove(lease.id());
        }
        // The next tick must see to it.
        return past && last != null && last.step() == 0 && now.isAfter(last.since())
                ? "lease: %s is %s after its end".formatted(lease.id(), lease.state().word())
                : "";
    }
}
