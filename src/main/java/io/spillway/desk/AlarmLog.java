package io.spillway.desk;

import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.Memory;
import io.spillway.alarm.MemoryJson;
import io.spillway.alarm.rule.Rule;
import io.spillway.journal.Draft;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Writes what becomes of alarms into the journal, together with what the engine remembers, and
/// reads it back. One thread at a time may write.
final class AlarmLog {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmLog.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String FAMILY = "alarm.";
    private static final String NOTE = "alarms";
    private static final String EDITED = "rule.edited";

    private final Journal journal;
    private final String console;

    /// @param console names this desk in the journal
    AlarmLog(Journal journal, String console) {
        this.journal = journal;
        this.console = console;
    }

    /// What the engine remembered when it was last written, and when that was.
    record Saved(Memory memory, long time) {}

    private record Note(long time, String memory) {}

    /// Writes events and the memory that goes with them, all of it or nothing.
    void write(List<AlarmEvent> events, Memory memory, long time) throws JournalException {
        List<Draft> drafts = events.stream().map(this::draft).toList();
        String note = JSON.writeValueAsString(new Note(time, MemoryJson.write(memory)));
        journal.append(drafts, NOTE, note);
    }

    private Draft draft(AlarmEvent event) {
        return new Draft(
                Instant.ofEpochMilli(event.time()),
                event.author().isEmpty() ? console : event.author(),
                console,
                FAMILY + event.kind().word(),
                event.id(),
                JSON.writeValueAsString(event));
    }

    /// Writes down that an operator edited a rule.
    void edited(Rule rule, String operator, long time) throws JournalException {
        journal.append(
                Instant.ofEpochMilli(time),
                operator,
                console,
                EDITED,
                rule.name(),
                JSON.writeValueAsString(rule));
    }

    /// What was last written, if it can be read.
    Optional<Saved> read() {
        try {
            return journal.note(NOTE).map(AlarmLog::saved);
        } catch (JournalException | IllegalArgumentException | JacksonException e) {
            LOG.error("What the alarms remembered cannot be read; they begin anew", e);
            return Optional.empty();
        }
    }

    private static Saved saved(String text) {
        Note note = JSON.readValue(text, Note.class);
        return new Saved(MemoryJson.read(note.memory()), note.time());
    }

    /// The newest events of a span that are wanted, newest first. Any thread.
    ///
    /// @param from epoch milliseconds
    /// @param until epoch milliseconds
    /// @param most as many at most
    List<AlarmEvent> events(long from, long until, Predicate<AlarmEvent> wanted, int most)
            throws JournalException {
        Instant end = Instant.ofEpochMilli(until).plusSeconds(1);
        List<AlarmEvent> events = new ArrayList<>();
        journal.back(
                FAMILY,
                Instant.ofEpochMilli(from),
                end,
                event -> {
                    event(event)
                            .filter(e -> e.time() >= from && e.time() <= until)
                            .filter(wanted)
                            .ifPresent(events::add);
                    return events.size() < most;
                });
        return events;
    }

    private static Optional<AlarmEvent> event(Event event) {
        try {
            return Optional.ofNullable(JSON.readValue(event.body(), AlarmEvent.class));
        } catch (JacksonException e) {
            LOG.warn("Event {} of the journal is no alarm event", event.id(), e);
            return Optional.empty();
        }
    }
}
