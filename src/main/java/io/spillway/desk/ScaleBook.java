package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.control.Scaled;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// What was asked for servers and is not taken back yet, by act. The journal is told what is to be
/// asked before it is, so that another process can take it back too. Any thread.
final class ScaleBook {
    private static final Logger LOG = LoggerFactory.getLogger(ScaleBook.class);
    private static final String FAMILY = "scale.";
    private static final String INTENDED = "scale.intended";
    private static final String ASKED = "scale.asked";
    private static final String TAKEN_BACK = "scale.taken-back";
    private static final String ITSELF = "spillway";

    /// How long to wait before what could not be taken back is tried again.
    static final Duration PAUSE = Duration.ofMinutes(2);

    /// How long it is shown that something was left as somebody else set it.
    private static final Duration SHOWN = Duration.ofHours(1);

    private final Journal journal;
    private final InstantSource clock;
    private final String console;
    private final Map<String, Asked> open = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();

    /// @param console the name of this console in the journal
    ScaleBook(Journal journal, InstantSource clock, String console) {
        this.journal = journal;
        this.clock = clock;
        this.console = console;
    }

    /// @param done what was set, or was about to be
    /// @param since when that was written down
    /// @param again when to try to take it back, if that failed before
    /// @param undone what taking it back came to, if only the journal does not have it yet
    /// @param trouble why it could not be taken back, empty if that was not tried yet
    private record Asked(
            Scaled done, Instant since, Instant again, @Nullable Scaled undone, String trouble) {
        Asked(Scaled done, Instant since) {
            this(done, since, Instant.MIN, null, "");
        }
    }

    /// A sentence on what somebody else has changed.
    private record Left(String text, Instant until) {}

    /// Takes over what earlier desks asked for.
    synchronized void remember() {
        try {
            for (Event event : journal.events(FAMILY)) {
                if (event.kind().equals(TAKEN_BACK)) {
                    open.remove(event.subject());
                } else {
                    remember(event);
                }
            }
        } catch (JournalException e) {
            LOG.error("What was asked for servers cannot be read", e);
        }
    }

    private void remember(Event event) {
        try {
            Scaled done = Wire.JSON.readValue(event.body(), Scaled.class);
            if (done != null) {
                open.put(event.subject(), new Asked(done, event.time()));
            }
        } catch (JacksonException e) {
            LOG.error("Event {} of the journal does not tell what was asked", event.id(), e);
        }
    }

    /// Writes down what is about to be asked.
    synchronized void intended(String id, Scaled intended, String operator)
            throws JournalException {
        write(operator, INTENDED, id, intended);
        open.put(id, new Asked(intended, clock.instant()));
    }

    /// Writes down what was asked, if it was intended. It is held in any case.
    synchronized void asked(String id, Scaled done, String operator) throws JournalException {
        if (open.containsKey(id)) {
            open.put(id, new Asked(done, clock.instant()));
            write(operator, ASKED, id, done);
        }
    }

    synchronized boolean holds(String id) {
        return open.containsKey(id);
    }

    /// What was asked for an act, null if nothing is open.
    synchronized @Nullable Scaled done(String id) {
        Asked asked = open.get(id);
        return asked == null ? null : asked.done();
    }

    /// What taking it back came to, null if that was not done yet.
    synchronized @Nullable Scaled undone(String id) {
        Asked asked = open.get(id);
        return asked == null ? null : asked.undone();
    }

    /// Acts that are over, of which something is to be taken back now.
    ///
    /// @param acts read at the time or later
    /// @param now the desk's time
    synchronized List<String> due(Acts.Book acts, Instant now) {
        left.removeIf(l -> now.isAfter(l.until()));
        // A book that cannot be read knows of no act, which says nothing.
        if (open.isEmpty() || !acts.trouble().isEmpty()) {
            return List.of();
        }
        Map<String, Lease> leases = new HashMap<>();
        acts.leases().forEach(lease -> leases.put(lease.id(), lease));
        List<String> due = new ArrayList<>();
        open.forEach((id, asked) -> {
            Lease lease = leases.get(id);
            // One that is in no book is long over, unless it began after the book was read.
            boolean over = lease == null ? asked.since().isBefore(now) : !lease.inForce();
            if (over && !now.isBefore(asked.again())) {
                due.add(id);
            }
        });
        return due;
    }

    /// Writes down that it was taken back. It is not taken back again even if that fails.
    synchronized void takenBack(String id, Scaled undone) throws JournalException {
        Scaled done = done(id);
        open.computeIfPresent(
                id, (_, a) -> new Asked(a.done(), a.since(), a.again(), undone, a.trouble()));
        write(ITSELF, TAKEN_BACK, id, undone);
        open.remove(id);
        boolean same = undone.before() == undone.after();
        if (done != null && same && undone.after() != done.before()) {
            left.add(new Left(undone.text(), clock.instant().plus(SHOWN)));
        }
    }

    /// Puts it off because it could not be taken back.
    synchronized void later(String id, String trouble) {
        Instant again = clock.instant().plus(PAUSE);
        open.computeIfPresent(
                id, (_, a) -> new Asked(a.done(), a.since(), again, a.undone(), trouble));
    }

    /// Sentences on what could not be taken back, or was left.
    synchronized List<String> notices() {
        List<String> notices = new ArrayList<>();
        open.forEach((id, asked) -> {
            if (!asked.trouble().isEmpty()) {
                notices.add(sentence(id, asked));
            }
        });
        left.forEach(l -> notices.add(l.text()));
        return notices;
    }

    private static String sentence(String id, Asked asked) {
        return "What act %s asked for %s is not taken back yet and is tried again every %d minutes: %s"
                .formatted(id, asked.done().pool(), PAUSE.toMinutes(), asked.trouble());
    }

    private void write(String author, String kind, String id, Scaled scaled)
            throws JournalException {
        String body = Wire.JSON.writeValueAsString(scaled);
        journal.append(clock.instant(), author, console, kind, id, body);
    }
}
