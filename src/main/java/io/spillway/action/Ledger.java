package io.spillway.action;

import io.spillway.action.Act.Status;
import io.spillway.action.ActEvents.Begun;
import io.spillway.action.ActEvents.Extended;
import io.spillway.action.ActEvents.ReadBack;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every act in the journal, oldest first. It reads on from where it stopped, so that asking every
/// second costs little. Any thread may ask.
final class Ledger {
    private final Journal journal;
    private final Map<String, Act> acts = new LinkedHashMap<>();
    private long last;

    Ledger(Journal journal) {
        this.journal = journal;
    }

    synchronized List<Act> acts() throws JournalException {
        for (Event event : journal.since(last)) {
            fold(event);
            last = event.id();
        }
        return List.copyOf(acts.values());
    }

    private void fold(Event event) throws JournalException {
        Act act = acts.get(event.subject());
        if (event.kind().equals(ActEvents.BEGUN)) {
            acts.put(event.subject(), begun(event));
        } else if (act != null) {
            Act next =
                    switch (event.kind()) {
                        case ActEvents.APPLIED -> applied(act, event);
                        case ActEvents.RESTORED -> over(act, Status.RESTORED, event);
                        case ActEvents.INTERRUPTED ->
                                now(act, act.begun(), Status.INTERRUPTED, event);
                        case ActEvents.UNDOING -> now(act, act.begun(), Status.UNDOING, event);
                        case ActEvents.UNDONE -> over(act, Status.UNDONE, event);
                        case ActEvents.ENDED -> over(act, Status.ENDED, event);
                        case ActEvents.EXTENDED -> extended(act, event);
                        default -> act;
                    };
            acts.put(act.id(), next);
        }
    }

    private static Act begun(Event event) throws JournalException {
        Begun body = ActEvents.body(event, Begun.class);
        Instant time = event.time();
        Instant ends = time.plusSeconds(body.leaseSeconds());
        return new Act(event.subject(), event.author(), body, Status.BEGUN, time, ends, "", time);
    }

    private static Act applied(Act act, Event event) {
        Instant time = event.time();
        Instant ends = time.plusSeconds(act.begun().leaseSeconds());
        return new Act(act.id(), act.operator(), act.begun(), Status.APPLIED, time, ends, "", time);
    }

    /// A journal of years must not be held in memory with all its weights.
    private static Act over(Act act, Status status, Event event) throws JournalException {
        return now(act, act.begun().over(), status, event);
    }

    private static Act now(Act act, Begun begun, Status status, Event event)
            throws JournalException {
        String message = ActEvents.body(event, ReadBack.class).message();
        return new Act(
                act.id(),
                act.operator(),
                begun,
                status,
                act.since(),
                act.endsAt(),
                message,
                event.time());
    }

    private static Act extended(Act act, Event event) throws JournalException {
        Extended body = ActEvents.body(event, Extended.class);
        // What is wrong with an interrupted act matters more than why it was not given back.
        String message =
                act.status() == Status.APPLIED
                        ? "Not given back at its end. " + body.why()
                        : act.message();
        return new Act(
                act.id(),
                act.operator(),
                act.begun(),
                act.status(),
                act.since(),
                body.endsAt(),
                message,
                act.changed());
    }
}
