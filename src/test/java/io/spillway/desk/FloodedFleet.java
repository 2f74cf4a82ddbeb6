package io.spillway.desk;

import io.spillway.action.Actuator;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A desk whose 500 servers go over the limit of CPU one after the other, 50 a second of the desk's
/// time, in an order that is neither that of their names nor their reverse. For one thread.
public final class FloodedFleet implements AutoCloseable {
    /// How many servers, and so alarms of their CPU.
    public static final int SERVERS = 500;

    /// How long all of them take, seconds.
    public static final int SPAN = 10;

    /// How long a server is hot before that is an alarm, seconds.
    public static final int DELAY = 20;

    private final ScriptedFleet fleet = new ScriptedFleet();
    private final List<String> order = new ArrayList<>();
    private final Journal journal;
    private final Desk desk;
    private Instant now = Instant.parse("2026-11-22T04:00:00Z");
    private int seconds;

    /// @param folder an empty folder for the journal
    public FloodedFleet(Path folder) throws JournalException {
        fleet.weights.clear();
        fleet.cpu.clear();
        for (int i = 0; i < SERVERS; i++) {
            String name = "web-%03d".formatted(i);
            order.add(name);
            fleet.weights.put(name, 100);
            fleet.cpu.put(name, .3);
        }
        Collections.shuffle(order, new Random(7));
        journal = Journal.open(folder.resolve("journal.db"));
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
        desk =
                new Desk(
                        settings,
                        List.of(fleet.engine(), fleet.balancer()),
                        new Actuator(Map.of(), journal, () -> now, "t"),
                        journal,
                        () -> now);
    }

    /// The desk, which ticks only in [#step].
    public Desk desk() {
        return desk;
    }

    /// A second later. In the first all is well, in the next one server is hot, then 50 are, then
    /// 50 more in each.
    public Picture step() {
        int hot = seconds == 0 ? 0 : Math.clamp(50L * (seconds - 1), 1, SERVERS);
        order.subList(0, hot).forEach(name -> fleet.cpu.put(name, .95));
        seconds++;
        now = now.plusSeconds(1);
        desk.step();
        return desk.picture();
    }

    /// The servers in the order in which they became hot.
    public List<String> order() {
        return List.copyOf(order);
    }

    /// The ids of the alarms that the journal says were raised, in its order.
    public List<String> raised() throws JournalException {
        return journal.events("alarm.raised").stream().map(e -> e.subject()).toList();
    }

    @Override
    public void close() {
        desk.close();
        journal.close();
    }
}
