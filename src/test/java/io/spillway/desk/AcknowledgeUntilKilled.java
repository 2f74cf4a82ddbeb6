package io.spillway.desk;

import io.spillway.action.Actuator;
import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.OperatorAct;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// A desk with 200 servers that are all too hot, and an operator who acknowledges one alarm after
/// the other. It prints the id of each alarm that a Picture shows as acknowledged, until it is
/// killed.
final class AcknowledgeUntilKilled {
    static final int SERVERS = 200;
    static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private AcknowledgeUntilKilled() {}

    /// A desk on such a fleet.
    static Desk desk(Journal journal, AtomicReference<Instant> now) {
        ScriptedFleet fleet = new ScriptedFleet();
        fleet.weights.clear();
        fleet.cpu.clear();
        for (int i = 0; i < SERVERS; i++) {
            fleet.weights.put("web-" + i, 100);
            fleet.cpu.put("web-" + i, .95);
        }
        DeskSettings settings =
                new DeskSettings(
                        "test",
                        Duration.ofSeconds(1),
                        List.of(ScriptedFleet.WEB),
                        List.of(),
                        DefaultRules.rules(),
                        ReliefSettings.NONE,
                        null,
                        "t",
                        false);
        return new Desk(
                settings,
                List.of(fleet.engine(), fleet.balancer()),
                new Actuator(Map.of(), journal, now::get, "t"),
                journal,
                now::get);
    }

    /// A second later.
    static Picture step(Desk desk, AtomicReference<Instant> now) {
        now.updateAndGet(t -> t.plusSeconds(1));
        desk.step();
        return desk.picture();
    }

    static List<String> servers(Picture picture, AlarmState state) {
        return picture.alarms().listed().stream()
                .filter(a -> a.rule().name().equals("server-cpu") && a.state() == state)
                .map(Alarm::id)
                .toList();
    }

    public static void main(String[] arguments) throws JournalException {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        try (Journal journal = Journal.open(Path.of(arguments[0]));
                Desk desk = desk(journal, now)) {
            List<String> hot = List.of();
            while (hot.size() < SERVERS) {
                hot = servers(step(desk, now), AlarmState.ACTIVE_UNACKNOWLEDGED);
            }
            for (String id : hot) {
                desk.send(new Command.OnAlarms(new OperatorAct.Acknowledge(List.of(id), "ops-1")))
                        .join();
                if (servers(desk.picture(), AlarmState.ACTIVE_ACKNOWLEDGED).contains(id)) {
                    System.out.println(id);
                }
            }
        }
    }
}
