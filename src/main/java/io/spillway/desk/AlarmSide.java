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

/// All that a desk does about alarms: a step a tick on the desk's thread, operators' commands on
/// the thread for acts.
final class AlarmSide {
    private final AlarmMeans means;
    private final Executor acts;
    private final Conditions conditions;
    private final Signals signals = new Signals();
    private final Alerts alerts = new Alerts();
    private final Alarming alarming;
    private final AlertSilences silences;
    private final BackTests tests;
    private final History history;
    private final Map<String, String> mute = new ConcurrentHashMap<>();
    private final AtomicBoolean ending = new AtomicBoolean();

    /// @param acts the thread for acts
    /// @param history locked while it is read
    /// @param now the desk's time, epoch milliseconds
    AlarmSide(
            DeskSettings settings,
            AlarmMeans means,
            Journal journal,
            BackTests tests,
            History history,
            Executor acts,
            long now) {
        this.means = means;
        this.acts = acts;
        this.tests = tests;
        this.history = history;
        conditions = new Conditions(now);
        alarming = new Alarming(settings.rules(), journal, settings.console(), now);
        silences = new AlertSilences(means.silences(), journal);
    }

    /// Takes the fresh answer of a source.
    void take(SourceHealth source, SourceReport report) {
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
        List<SourceHealth> sources = pollers.stream().map(Poller::health).toList();
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
        endSilences(alarms);
        return alarms;
    }

    private void endSilences(Alarms alarms) {
        List<AlertSilences.Held> over = silences.over(alarms);
        if (!over.isEmpty() && ending.compareAndSet(false, true)) {
            acts.execute(() -> {
                try {
                    over.forEach(silences::end);
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
        return trouble.isEmpty()
                ? reply
                : new Reply(reply.done(), (reply.message() + "; " + trouble).strip(), null, null);
    }

    /// Silences alerts in their own system too, where that is allowed.
    private String silence(List<String> ids, String operator, String reason, Instant now) {
        if (means.silences().isEmpty()) {
            return "";
        }
        List<String> troubles = new ArrayList<>();
        for (String id : ids) {
            Optional<Alert> alert;
            synchronized (alerts) {
                alert = alerts.held(id);
            }
            Optional<Alarm> alarm = alarm(id);
            if (alert.isPresent() && alarm.isPresent() && quiet(alarm.get())) {
                troubles.add(silences.make(alarm.get(), alert.get(), now, operator, reason));
            }
        }
        troubles.removeIf(String::isEmpty);
        return String.join("; ", troubles);
    }

    private static boolean quiet(Alarm alarm) {
        return switch (alarm.state()) {
            case SHELVED, ACTIVE_ACKNOWLEDGED -> true;
            default -> false;
        };
    }

    private Optional<Alarm> alarm(String id) {
        Alarms alarms = alarming.alarms();
        return Stream.concat(alarms.listed().stream(), alarms.aside().stream())
                .filter(a -> a.id().equals(id))
                .findFirst();
    }

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

    /// How often an edited rule would have rung.
    Reply backTest(Rule edited, FleetState fleet) {
        String wrong = wrong(edited);
        if (!wrong.isEmpty()) {
            return new Reply(false, wrong, null, null);
        }
        Rules now = alarming.rules();
        BackTests.Result result = tests.run(edited.name(), now, with(now, edited), fleet);
        return new Reply(true, result.sentence(), null, null);
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
