package io.spillway.desk;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.control.AlertControl;
import io.spillway.control.ControlException;
import io.spillway.fleet.Alert;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Silences in other systems that belong to shelves and acknowledgements here: made with them,
/// ended with them, and known to the next desk. Makes and ends them on the thread for alarms; may
/// be asked on any.
final class AlertSilences {
    private static final Logger LOG = LoggerFactory.getLogger(AlertSilences.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String NOTE = "silences";
    private static final int MOST_ENDED = 1000;

    /// A silence without an end of its own lasts so long at most, milliseconds.
    private static final long LONGEST = 8 * 3_600_000L;

    private final Map<String, AlertControl> controls;
    private final Journal journal;
    private final Map<String, Held> held = new HashMap<>();

    /// Ended ones, newest last: what was told before the end may be looked at after it.
    private final Deque<String> ended = new ArrayDeque<>();

    private volatile String making = "";

    /// One silence.
    ///
    /// @param alarm the id of the alarm here
    /// @param source the system's name
    /// @param silence the silence's id there
    /// @param state that it goes with, shelved or acknowledged
    record Held(String alarm, String source, String silence, AlarmState state) {
        /// Who has an alert has it still while something else covers it; a shelf that is covered
        /// stays a shelf.
        boolean standsIn(AlarmState now) {
            return switch (now) {
                case UNKNOWN, SUPPRESSED -> state == AlarmState.ACTIVE_ACKNOWLEDGED;
                default -> state == now;
            };
        }
    }

    private record Note(List<Held> held) {}

    AlertSilences(Map<String, AlertControl> controls, Journal journal) {
        this.controls = controls;
        this.journal = journal;
        try {
            journal.note(NOTE)
                    .map(text -> JSON.readValue(text, Note.class).held())
                    .orElse(List.of())
                    .forEach(h -> held.put(h.alarm(), h));
        } catch (JournalException | JacksonException e) {
            LOG.error("Silences made by an earlier desk are not known", e);
        }
    }

    /// The ids of the silences that were made here, those that ended lately among them.
    synchronized Set<String> ours() {
        return Stream.concat(held.values().stream().map(Held::silence), ended.stream())
                .collect(Collectors.toSet());
    }

    /// True while a silence is made there whose id is not known yet: what that system tells now may
    /// speak of it as of a stranger's.
    boolean making(String source) {
        return making.equals(source);
    }

    /// Silences one alert, if its system allows that.
    ///
    /// @param alarm as it stands by now: shelved or acknowledged
    /// @return a sentence if the system did not do it, else empty
    String make(Alarm alarm, Alert alert, Instant now, String operator, String reason) {
        AlertControl control = controls.get(alert.source());
        if (control == null) {
            return "";
        }
        making = alert.source();
        try {
            Instant end = Instant.ofEpochMilli(end(alarm, now.toEpochMilli()));
            String id = control.silence(alert.labels(), now, end, operator, reason);
            Held before = put(new Held(alarm.id(), alert.source(), id, alarm.state()));
            if (before != null) {
                expire(before);
            }
            return "";
        } catch (ControlException e) {
            return String.valueOf(e.getMessage());
        } finally {
            making = "";
        }
    }

    private static long end(Alarm alarm, long now) {
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf == null) {
            return now + alarm.rule().reAlarm().toMillis();
        }
        return shelf.until() == 0 ? now + LONGEST : shelf.until();
    }

    private synchronized @Nullable Held put(Held fresh) {
        Held before = held.put(fresh.alarm(), fresh);
        if (before != null) {
            remember(before);
        }
        write();
        return before;
    }

    private void remember(Held over) {
        ended.addLast(over.silence());
        if (ended.size() > MOST_ENDED) {
            ended.removeFirst();
        }
    }

    private void write() {
        try {
            String note = JSON.writeValueAsString(new Note(List.copyOf(held.values())));
            journal.append(List.of(), NOTE, note);
        } catch (JournalException e) {
            LOG.error("Silences could not be noted; the next desk will not end them", e);
        }
    }

    /// Those whose shelf or acknowledgement is over.
    synchronized List<Held> over(Alarms alarms) {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Held> over = new ArrayList<>(held.values());
        Stream.concat(alarms.listed().stream(), alarms.aside().stream())
                .forEach(
                        a -> over.removeIf(h -> h.alarm().equals(a.id()) && h.standsIn(a.state())));
        return over;
    }

    /// Ends one.
    ///
    /// @return false if its system did not do it; it is to be tried again later
    boolean end(Held one) {
        if (!expire(one)) {
            return false;
        }
        synchronized (this) {
            held.remove(one.alarm(), one);
            remember(one);
            write();
        }
        return true;
    }

    private boolean expire(Held one) {
        AlertControl control = controls.get(one.source());
        if (control == null) {
            return true;
        }
        try {
            control.expire(one.silence());
            return true;
        } catch (ControlException e) {
            LOG.warn("Silence {} at {}: {}", one.silence(), one.source(), e.getMessage());
            return false;
        }
    }
}
