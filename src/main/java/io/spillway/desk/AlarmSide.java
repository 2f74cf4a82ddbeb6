package io.spillway.desk;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.OperatorAct;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.RuleCheck;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.signal.Scene;
import io.spillway.alarm.signal.Signal;
import io.spillway.alarm.signal.Signals;
import io.spillway.fleet.Alert;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.History;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.source.SourceReport;
import io.spillway.watch.Outlook;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// All that a desk does about alarms: a step a tick on the desk's thread, operators' acts on the
/// thread for alarms, questions on any.
final class AlarmSide {
    /// A system that would not end a silence is asked again after so long, milliseconds.
    private static final long AGAIN = 10_000;

    private final AlarmMeans means;
    private final Executor thread;
    private final Conditions conditions;
    private final Signals signals = new Signals();
    private final Alerts alerts = new Alerts();
    private final Alarming alarming;
    private final AlertSilences silences;
    private final BackTests tests;
    private final History history;
    private final Map<String, String> mute = new ConcurrentHashMap<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile long endAgain;
    private volatile List<SourceHealth> sources = List.of();

    /// @param thread the one for alarms
    /// @param history locked while it is read
    /// @param now the desk's time, epoch milliseconds
    AlarmSide(
            DeskSettings settings,
            AlarmMeans means,
            Journal journal,
            BackTests tests,
            History history,
            Executor thread,
            long now) {
        this.means = means;
        this.thread = thread;
        this.tests = tests;
        this.history = history;
        conditions = new Conditions(now);
        alarming = new Alarming(settings.rules(), journal, settings.console(), now);
        silences = new AlertSilences(means.silences(), journal);
    }

    /// Takes the fresh answer of a source.
    void take(SourceHealth source, SourceReport report) {
        if (silences.making(source.name())) {
            return;
        }
        synchronized (alerts) {
            alerts.take(source.name(), source.kind(), report);
        }
    }

    /// As they were after the last step or act.
    Alarms alarms() {
        return alarming.alarms();
    }

    /// A tick.
    ///
    /// @param poll the polling interval in the desk's time, milliseconds
    Alarms step(
            FleetState fleet,
            Outlook outlook,
            List<Poller> pollers,
            Join join,
            Acts.Book book,
            long poll) {
        long now = fleet.time();
        sources = pollers.stream().map(Poller::health).toList();
        String unheard = String.join("; ", mute.values());
        Scene scene =
                new Scene(
                        fleet,
                        outlook,
                        sources,
                        conditions.of(now, poll, pollers, join, book, alarming.trouble(), unheard),
                        now,
                        poll,
                        alarming.tracked(),
                        history.aggregates());
        List<Signal> all = new ArrayList<>();
        synchronized (history) {
            all.addAll(signals.of(scene, alarming.rules()));
        }
        synchronized (alerts) {
            all.addAll(alerts.signals(sources, scene.tracked(), silences.ours(), now));
        }
        Alarms alarms = alarming.step(all, now);
        endSilences(alarms, now);
        return alarms;
    }

    /// Where one cannot be ended the others wait too: operators' acts must not wait for them.
    private void endSilences(Alarms alarms, long now) {
        List<AlertSilences.Held> over = now < endAgain ? List.of() : silences.over(alarms);
        if (!over.isEmpty() && ending.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    endAgain = over.stream().allMatch(silences::end) ? 0 : now + AGAIN;
                } finally {
                    ending.set(false);
                }
            });
        }
    }

    /// An operator's act.
    Reply act(OperatorAct act, Instant now) {
        Reply reply = alarming.act(act, now.toEpochMilli());
        String trouble =
                switch (act) {
                    case OperatorAct.Shelve s -> silence(s.ids(), s.operator(), s.reason(), now);
                    case OperatorAct.Acknowledge a ->
                            silence(a.ids(), a.operator(), "acknowledged in Spillway", now);
                    default -> "";
                };
        if (trouble.isEmpty()) {
            return reply;
        }
        String message = "%s; %s".formatted(reply.message(), trouble);
        return new Reply(reply.done(), message, null, null);
    }

    /// Silences alerts in their own system too, where that is allowed.
    ///
    /// @return a sentence if that failed, else empty
    private String silence(List<String> ids, String operator, String reason, Instant now) {
        if (means.silences().isEmpty()) {
            return "";
        }
        String why = "";
        List<String> loud = new ArrayList<>();
        for (String id : ids.stream().distinct().toList()) {
            Optional<Alarm> alarm =
                    alarm(id)
                            .filter(a -> means.silences().containsKey(a.origin().source()))
                            .filter(a -> fresh(a, now.toEpochMilli()));
            // Each further one might take as long to fail, and operators' acts wait.
            if (alarm.isPresent() && why.isEmpty()) {
                why = silence(alarm.get(), operator, reason, now);
            }
            if (alarm.isPresent() && !why.isEmpty()) {
                loud.add(id);
            }
        }
        return why.isEmpty()
                ? ""
                : "where alerts come from, this is not silenced: %s. %s"
                        .formatted(String.join(", ", loud), why);
    }

    private String silence(Alarm alarm, String operator, String reason, Instant now) {
        Optional<Alert> alert;
        synchronized (alerts) {
            alert = alerts.held(alarm.id());
        }
        return alert.isPresent()
                ? silences.make(alarm, alert.get(), now, operator, reason)
                : untold(alarm.origin().source());
    }

    private String untold(String source) {
        return sources.stream()
                .filter(s -> s.name().equals(source) && !s.message().isEmpty())
                .map(SourceHealth::message)
                .findFirst()
                .orElse(source + " has not told this desk of it yet: see if it answers.");
    }

    /// True if it was this very act that put it aside or took it in hand: what was so before has
    /// its silence.
    private static boolean fresh(Alarm alarm, long now) {
        Alarm.Shelf shelf = alarm.shelf();
        Alarm.Acknowledged by = alarm.acknowledged();
        return switch (alarm.state()) {
            case SHELVED -> shelf != null && shelf.from() == now;
            case ACTIVE_ACKNOWLEDGED -> by != null && by.time() == now;
            default -> false;
        };
    }

    private Optional<Alarm> alarm(String id) {
        Alarms alarms = alarming.alarms();
        return Stream.concat(alarms.listed().stream(), alarms.aside().stream())
                .filter(a -> a.id().equals(id))
                .findFirst();
    }

    /// What became of alarms. Any thread.
    Reply history(Command.AlarmHistory asked) {
        return alarming.history(asked);
    }

    /// What a workstation says of its loudspeaker.
    Reply sound(String workstation, String trouble) {
        if (trouble.isEmpty()) {
            mute.remove(workstation);
        } else {
            mute.put(workstation, workstation + ": " + trouble);
        }
        return new Reply(true, "", null, null);
    }

    /// How often an edited rule would have rung. Any thread but the desk's.
    Reply backTest(Rule edited, FleetState fleet) {
        String wrong = wrong(edited);
        if (!wrong.isEmpty()) {
            return new Reply(false, wrong, null, null);
        }
        Rules now = alarming.rules();
        // Sources are asked for the past by one at a time.
        synchronized (tests) {
            BackTests.Result result = tests.run(edited.name(), now, with(now, edited), fleet);
            return new Reply(true, result.sentence(), null, null);
        }
    }

    /// Lets an edited rule hold from now on.
    Reply save(Rule edited, String operator, Instant now) {
        String wrong = operator.isBlank() ? "Rules are edited under a name: enter yours" : "";
        wrong = wrong.isEmpty() ? wrong(edited) : wrong;
        if (!wrong.isEmpty()) {
            return new Reply(false, wrong, null, null);
        }
        Rules others = with(alarming.rules(), edited);
        try {
            String where = means.keeper().keep(others);
            alarming.use(others, edited, operator, now.toEpochMilli());
            String kept = where.isEmpty() ? "until this desk ends" : "kept in " + where;
            return new Reply(true, edited.title() + " holds as edited, " + kept, null, null);
        } catch (IOException e) {
            String why = "Nothing was changed: the rules could not be kept, " + e.getMessage();
            return new Reply(false, why, null, null);
        } catch (JournalException e) {
            String why = "It holds from the next start on, but not yet: " + e.getMessage();
            return new Reply(false, why, null, null);
        }
    }

    private String wrong(Rule edited) {
        if (alarming.rules().rule(edited.name()).isEmpty()) {
            return "There is no rule '" + edited.name() + "'";
        }
        return String.join("; ", RuleCheck.of(edited));
    }

    private static Rules with(Rules rules, Rule edited) {
        List<Rule> all =
                rules.rules().stream()
                        .map(r -> r.name().equals(edited.name()) ? edited : r)
                        .toList();
        return new Rules(all, rules.own());
    }
}
