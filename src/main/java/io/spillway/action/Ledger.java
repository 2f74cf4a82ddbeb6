package io.spillway.action;

import io.spillway.action.Act.Status;
import io.spillway.action.ActEvents.Begun;
import io.spillway.action.ActEvents.Extended;
import io.spillway.action.ActEvents.Kept;
import io.spillway.action.ActEvents.Ramping;
import io.spillway.action.ActEvents.ReadBack;
import io.spillway.action.ActEvents.Released;
import io.spillway.action.ActEvents.Said;
import io.spillway.action.ActEvents.Stepped;
import io.spillway.action.ActEvents.Values;
import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every act in the journal, oldest first. It reads on from where it stopped, so that asking every
/// second costs little. Any thread may ask.
final class Ledger {
    private static final String[] FAMILIES = {"act.", "lease."};

    private final Journal journal;
    private final Map<String, Act> acts = new LinkedHashMap<>();
    private long last;

    Ledger(Journal journal) {
        this.journal = journal;
    }

    synchronized List<Act> acts() throws JournalException {
        // What is written from here on may be read now or the next time.
        long newest = journal.last();
        for (Event event : journal.since(last, FAMILIES)) {
            fold(event);
            last = event.id();
        }
        last = Math.max(last, newest);
        return List.copyOf(acts.values());
    }

    private void fold(Event event) throws JournalException {
        Act act = acts.get(event.subject());
        if (event.kind().equals(ActEvents.BEGUN)) {
            acts.put(event.subject(), begun(event));
        } else if (act != null) {
            acts.put(act.id(), next(act, event));
        }
    }

    private static Act begun(Event event) throws JournalException {
        Begun body = ActEvents.body(event, Begun.class);
        Instant ends = event.time().plusSeconds(body.leaseSeconds());
        return new Act(event.subject(), event.author(), body, Standing.begun(event.time(), ends));
    }

    private static Act next(Act act, Event event) throws JournalException {
        Instant time = event.time();
        Standing now = act.now();
        return switch (event.kind()) {
            case ActEvents.STEPPED -> {
                Stepped body = ActEvents.body(event, Stepped.class);
                yield act.with(now.stepped(body.step(), body.values(), time));
            }
            case ActEvents.RESUMED -> act.with(now.turned(Status.STEPPING, "", time));
            case ActEvents.HALTED -> act.with(now.turned(Status.HALTED, said(event), time));
            case ActEvents.APPLIED -> act.with(applied(act, time));
            case ActEvents.INTERRUPTED -> act.with(read(act, Status.INTERRUPTED, event));
            case ActEvents.UNDOING -> act.with(read(act, Status.UNDOING, event));
            // A journal of years must not be held in memory with all its values.
            case ActEvents.RESTORED -> act.over(read(act, Status.RESTORED, event));
            case ActEvents.UNDONE -> act.over(read(act, Status.UNDONE, event));
            case ActEvents.ENDED -> act.over(read(act, Status.ENDED, event));
            case ActEvents.TRIMMED -> act.with(trimmed(act, event));
            case ActEvents.ACCEPTED -> act.with(released(act, event));
            case ActEvents.REAPPLIED -> act.with(now.turned(now.status(), now.message(), time));
            case ActEvents.JUDGED -> act.with(now.judged(said(event)));
            default -> act.with(term(act, event));
        };
    }

    private static Standing term(Act act, Event event) throws JournalException {
        Standing now = act.now();
        return switch (event.kind()) {
            case ActEvents.EXTENDED -> extended(act, event);
            case ActEvents.KEPT -> {
                boolean permanent = ActEvents.body(event, Kept.class).permanent();
                yield now.ending(null, permanent, now.message());
            }
            case ActEvents.RAMPING -> {
                Ramping body = ActEvents.body(event, Ramping.class);
                yield now.ramping(body.way(), event.time());
            }
            case ActEvents.HELD -> now.held(said(event));
            default -> now;
        };
    }

    private static String said(Event event) throws JournalException {
        return ActEvents.body(event, Said.class).text();
    }

    private static Standing applied(Act act, Instant time) {
        Instant ends = time.plusSeconds(act.begun().leaseSeconds());
        return act.now().applied(act.begun().goal(), act.steps(), time, ends);
    }

    private static Standing read(Act act, Status status, Event event) throws JournalException {
        return act.now()
                .turned(status, ActEvents.body(event, ReadBack.class).message(), event.time());
    }

    private static Standing trimmed(Act act, Event event) throws JournalException {
        Map<Knob, Integer> intended = new LinkedHashMap<>(act.now().intended());
        intended.putAll(ActEvents.body(event, Values.class).values());
        return act.now().intending(intended, event.time());
    }

    private static Standing released(Act act, Event event) throws JournalException {
        Map<String, Set<Knob>> all = new LinkedHashMap<>(act.now().released());
        ActEvents.body(event, Released.class)
                .knobs()
                .forEach((balancer, knobs) -> all.merge(balancer, knobs, Ledger::union));
        return act.now().releasing(all, event.time());
    }

    private static Set<Knob> union(Set<Knob> one, Set<Knob> other) {
        Set<Knob> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Standing extended(Act act, Event event) throws JournalException {
        Extended body = ActEvents.body(event, Extended.class);
        // What is wrong with an interrupted act matters more than why it was not given back.
        String why = body.why().isEmpty() ? "" : "Not given back at its end. " + body.why();
        boolean sound = !act.unfinished();
        return act.now().ending(body.endsAt(), false, sound ? why : act.now().message());
    }
}
