package io.spillway.action;

import io.spillway.action.ActResult.Outcome;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What every act needs: the balancers, the journal, and one act at a time.
final class Acting {
    /// Who goes on with what an operator began.
    static final String ITSELF = "spillway";

    private final Map<String, TrafficControl> controls;
    private final InstantSource clock;
    private final Log log;
    private final Ledger ledger;
    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private final ReentrantLock acting = new ReentrantLock();
    private final Object looking = new Object();
    private String running = "";
    private volatile Floor floor = Floor.NONE;

    Acting(
            Map<String, TrafficControl> controls,
            Journal journal,
            InstantSource clock,
            String console) {
        this.controls = Map.copyOf(controls);
        this.clock = clock;
        this.log = new Log(journal, clock, console);
        this.ledger = new Ledger(journal);
    }

    Map<String, TrafficControl> controls() {
        return controls;
    }

    Instant now() {
        return clock.instant();
    }

    Log log() {
        return log;
    }

    List<Act> acts() throws JournalException {
        return ledger.acts();
    }

    /// Ids of acts whose further steps this process sends.
    Set<String> ours() {
        return ours;
    }

    @Nullable Act find(String id) throws JournalException {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        return acts().stream().filter(a -> a.id().equals(wanted)).findFirst().orElse(null);
    }

    void floor(Floor other) {
        floor = other;
    }

    /// A sentence on what would be missing on a balancer that was just read, empty if nothing.
    String beneathFloor(Act act, Arm arm, Map<Knob, Integer> target) {
        if (act.begun().backend().isEmpty()) {
            return "";
        }
        Map<Knob, Integer> then = new HashMap<>(arm.now());
        target.forEach((knob, value) -> {
            if (then.containsKey(knob)) {
                then.put(knob, value);
            }
        });
        return floor.obstacle(act.begun().pool(), arm.name(), arm.now(), then);
    }

    /// Acts in force that came after this one and change some of the same.
    static List<Act> over(Act act, List<Act> acts) {
        List<Act> inForce = acts.stream().filter(Act::inForce).toList();
        int place = inForce.stream().map(Act::id).toList().indexOf(act.id());
        return inForce.stream().skip(place + 1L).filter(act::overlaps).toList();
    }

    /// A sentence where another act in force lies over this one, else empty.
    static String beneathNewer(Act act, List<Act> acts) {
        List<Act> over = over(act, acts);
        return over.isEmpty()
                ? ""
                : "Act %s by %s came after it on %s and is still in force: undo that first."
                        .formatted(
                                over.getFirst().id(),
                                over.getFirst().operator(),
                                act.begun().pool());
    }

    /// One arm for each balancer of an act that can be changed here.
    List<Arm> arms(Act act) {
        List<Arm> arms = new ArrayList<>();
        for (String balancer : act.balancers()) {
            TrafficControl control = controls.get(balancer);
            if (control != null) {
                arms.add(new Arm(balancer, control, act.begun().backend()));
            }
        }
        return arms;
    }

    static ActResult notInForce(String id, @Nullable Act act) {
        if (act == null) {
            return refused(id, "There is no act %s: look at the leases for its id.".formatted(id));
        }
        String end =
                switch (act.status()) {
                    case RESTORED -> "was never applied";
                    case ENDED -> "was given back at " + Words.time(act.now().changed());
                    default -> "was undone at " + Words.time(act.now().changed());
                };
        return refused(act.id(), "Act %s %s: nothing is left to undo.".formatted(act.id(), end));
    }

    static ActResult refused(String id, String message) {
        return new ActResult(id, Outcome.REFUSED, message, List.of());
    }

    interface Doing {
        ActResult run() throws JournalException;
    }

    /// Runs one act, which is told as running meanwhile.
    ActResult run(String id, Doing doing) throws JournalException {
        running(id);
        try {
            return doing.run();
        } finally {
            running("");
        }
    }

    /// What the journal says while one act, or none, is under way.
    record Look(List<Act> acts, String running) {}

    /// An act that begins or ends while the journal is read would look as if it had been left half
    /// done, so it waits.
    Look look() throws JournalException {
        synchronized (looking) {
            return new Look(ledger.acts(), running);
        }
    }

    private void running(String id) {
        synchronized (looking) {
            running = id;
        }
    }

    /// One at a time; a journal that fails is told.
    ActResult guarded(Doing doing) {
        acting.lock();
        try {
            return doing.run();
        } catch (JournalException e) {
            return refused("", "Nothing was sent. " + e.getMessage());
        } finally {
            acting.unlock();
        }
    }
}
