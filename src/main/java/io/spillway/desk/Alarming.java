package io.spillway.desk;

import io.spillway.alarm.AlarmEngine;
import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.AlarmList;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.FiguresBook;
import io.spillway.alarm.Memory;
import io.spillway.alarm.OperatorAct;
import io.spillway.alarm.Outcome;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.signal.Signal;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alarms at a desk: a step a tick, operators' acts between them. What becomes of an alarm is in
/// the journal before any Picture shows it. Any thread.
final class Alarming {
    private static final Logger LOG = LoggerFactory.getLogger(Alarming.class);
    private static final int RECENT = 200;
    private static final int MOST_FOUND = 1_000;
    private static final int MOST_COUNTED = 200_000;

    /// After so many milliseconds without a look nothing is known of the time between.
    private static final long GAP = 30_000;

    /// The engine's timers are written so often, milliseconds; all else is written at once.
    private static final long SAVE = 10_000;

    private final AlarmLog log;
    private final FiguresBook book = new FiguresBook();
    private final Deque<AlarmEvent> recent = new ArrayDeque<>();
    private final Backlog unwritten = new Backlog();
    private Rules rules;
    private AlarmEngine engine;
    private Memory memory = Memory.none();
    private long saved;
    private String trouble = "";
    private Alarms alarms;

    /// Goes on from where the last desk of this journal stopped.
    ///
    /// @param console names this desk in the journal
    /// @param now the desk's time, epoch milliseconds
    Alarming(Rules rules, Journal journal, String console, long now) {
        this.rules = rules;
        this.engine = new AlarmEngine(rules);
        this.log = new AlarmLog(journal, console);
        log.read()
                .ifPresent(
                        s -> memory = now - s.time() > GAP ? s.memory().resumed(now) : s.memory());
        recall(now);
        alarms = look(now);
    }

    private void recall(long now) {
        try {
            List<AlarmEvent> past =
                    new ArrayList<>(
                            log.events(now - FiguresBook.SPAN, now, _ -> true, MOST_COUNTED));
            Collections.reverse(past);
            past.forEach(this::remember);
        } catch (JournalException e) {
            trouble = String.valueOf(e.getMessage());
        }
    }

    private void remember(AlarmEvent event) {
        book.add(event);
        recent.addFirst(event);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
    }

    /// The rules as they hold now.
    synchronized Rules rules() {
        return rules;
    }

    /// The alarms whose values are wanted even if all is well.
    synchronized Set<String> tracked() {
        return memory.tracked();
    }

    /// A sentence if what happens cannot be written down, else empty.
    synchronized String trouble() {
        return trouble;
    }

    /// As they were after the last step or act.
    synchronized Alarms alarms() {
        return alarms;
    }

    /// A tick.
    ///
    /// @param time the desk's time, epoch milliseconds
    synchronized Alarms step(List<Signal> signals, long time) {
        Outcome outcome = engine.step(memory, signals, time);
        boolean changed = !outcome.memory().equals(memory);
        memory = outcome.memory();
        unwritten.add(outcome.events());
        if (!unwritten.isEmpty() || (changed && time - saved >= SAVE)) {
            write(time);
        }
        outcome.events().forEach(this::remember);
        alarms = look(time);
        return alarms;
    }

    private void write(long time) {
        try {
            log.write(unwritten.events(), memory, time);
            unwritten.clear();
            saved = time;
            trouble = "";
        } catch (JournalException e) {
            if (trouble.isEmpty()) {
                LOG.error("The journal failed", e);
            }
            trouble = e.getMessage() + unwritten.lost();
        }
    }

    /// An operator's act. It holds only once it is written down.
    ///
    /// @param time the desk's time, epoch milliseconds
    synchronized Reply act(OperatorAct act, long time) {
        if (act.operator().isBlank()) {
            return refused("Alarms are answered under a name: enter yours");
        }
        Outcome outcome = engine.act(memory, act, time);
        List<AlarmEvent> all = new ArrayList<>(unwritten.events());
        all.addAll(outcome.events());
        try {
            log.write(all, outcome.memory(), time);
        } catch (JournalException e) {
            trouble = String.valueOf(e.getMessage());
            return refused("Nothing was done: " + trouble);
        }
        unwritten.clear();
        saved = time;
        memory = outcome.memory();
        outcome.events().forEach(this::remember);
        alarms = look(time);
        String refusal = outcome.refusal();
        return new Reply(
                refusal.isEmpty(), refusal.isEmpty() ? words(outcome) : refusal, null, null);
    }

    private static String words(Outcome outcome) {
        int n = outcome.events().size();
        return n == 1 ? outcome.events().getFirst().text() : n + " alarms changed";
    }

    private static Reply refused(String message) {
        return new Reply(false, message, null, null);
    }

    private Alarms look(long time) {
        return AlarmList.of(
                memory, rules, book.figures(memory, rules, time), List.copyOf(recent), time);
    }

    /// What became of alarms, newest first. Ticks and acts do not wait for it.
    Reply history(Command.AlarmHistory asked) {
        String[] words = asked.search().toLowerCase(Locale.ROOT).split("\\s+");
        try {
            List<AlarmEvent> found =
                    log.events(asked.from(), asked.to(), e -> holds(e, words), MOST_FOUND);
            String message =
                    found.size() == MOST_FOUND
                            ? "The newest " + MOST_FOUND + " are shown: search, or ask for less"
                            : "";
            return new Reply(true, message, null, null, found);
        } catch (JournalException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static boolean holds(AlarmEvent event, String[] words) {
        String text =
                String.join(" ", event.text(), event.id(), event.author(), event.kind().word())
                        .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// Other rules from now on; alarms of rules that are gone end with the next step.
    ///
    /// @param edited the rule that differs
    /// @param time the desk's time, epoch milliseconds
    /// @throws JournalException if it cannot be written down who did it; nothing is changed then
    synchronized void use(Rules others, Rule edited, String operator, long time)
            throws JournalException {
        log.edited(edited, operator, time);
        rules = others;
        engine = new AlarmEngine(others);
    }
}
