package io.spillway.action;

import io.spillway.action.ActEvents.ReadBack;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes an act's events.
///
/// @param console which console this is
record Log(Journal journal, InstantSource clock, String console) {
    /// Returns once the event is synced.
    void write(String author, String kind, String id, Record body) throws JournalException {
        journal.append(clock.instant(), author, console, kind, id, ActEvents.json(body));
    }

    /// The end of an act or of an undo. Traffic is already as it is, so a journal that fails is
    /// told, not thrown.
    ///
    /// @return why it could not be written, empty if it was
    String close(String author, String kind, String id, String message, List<BalancerResult> all) {
        Map<String, Map<Knob, Integer>> values = new LinkedHashMap<>();
        for (BalancerResult balancer : all) {
            if (!balancer.values().isEmpty()) {
                values.put(balancer.name(), balancer.values());
            }
        }
        try {
            write(author, kind, id, new ReadBack(message, values));
            return "";
        } catch (JournalException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
