package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Actuator;
import io.spillway.alarm.Alarm;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.alarm.rule.Rules;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rule that is edited at a desk: tested on the past, kept, journaled, and held against the very
/// next values.
class EditedRuleTest {
    @TempDir Path dir;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T04:00:00Z"));
    private final ScriptedFleet fleet = new ScriptedFleet();
    private final List<Rules> kept = new ArrayList<>();
    private String trouble = "";
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        journal = Journal.open(dir.resolve("journal.db"));
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
                        new Actuator(Map.of(), journal, now::get, "t"),
                        journal,
                        new AlarmMeans(Map.of(), this::keep),
                        now::get,
                        null);
    }

    private String keep(Rules rules) throws IOException {
        if (!trouble.isEmpty()) {
            throw new IOException(trouble);
        }
        kept.add(rules);
        return "alarms.yaml";
    }

    @AfterEach
    void close() {
        desk.close();
        journal.close();
    }

    private static Rule cpuFrom(double set, double clear) {
        Rule rule = DefaultRules.rules().rule(RuleNames.SERVER_CPU).orElseThrow();
        Limits limits =
                new Limits(
                        set, clear, Double.NaN, rule.limits().onDelay(), rule.limits().offDelay());
        return new Rule(
                rule.name(),
                rule.title(),
                rule.priority(),
                rule.guidance(),
                limits,
                rule.unit(),
                rule.reAlarm());
    }

    private List<String> ringingAfter(int seconds) {
        for (int i = 0; i < seconds; i++) {
            AcknowledgeUntilKilled.step(desk, now);
        }
        return desk.picture().alarms().listed().stream().map(Alarm::id).sorted().toList();
    }

    @Test
    void isTestedOnThePastThenHoldsAndIsKept() throws Exception {
        fleet.cpu.put("a", .6);
        assertThat(ringingAfter(60)).isEmpty();
        Rule edited = cpuFrom(.5, .4);
        Reply test = desk.send(new Command.BackTestRule(edited)).join();
        assertThat(test.done()).isTrue();
        assertThat(test.message()).contains("would have rung never", "once", "memory");
        assertThat(ringingAfter(30)).isEmpty();

        Reply saved = desk.send(new Command.SaveRule(edited, "ops-1")).join();
        assertThat(saved.done()).as(saved.message()).isTrue();
        assertThat(saved.message()).contains("alarms.yaml");
        assertThat(ringingAfter(30)).containsExactly("server-cpu@web/a");
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().rule(RuleNames.SERVER_CPU)).contains(edited);
        assertThat(journal.events("rule.")).extracting(Event::author).containsExactly("ops-1");
    }

    @Test
    void thatIsWrongOrCannotBeKeptChangesNothing() {
        fleet.cpu.put("a", .6);
        Reply wrong = desk.send(new Command.SaveRule(cpuFrom(.5, .7), "ops-1")).join();
        // Clear above set would make low values the bad ones.
        assertThat(wrong.done()).isFalse();
        trouble = "the disk is full";
        Reply unkept = desk.send(new Command.SaveRule(cpuFrom(.5, .4), "ops-1")).join();
        assertThat(unkept.done()).isFalse();
        assertThat(unkept.message()).contains("the disk is full");
        Reply nameless = desk.send(new Command.SaveRule(cpuFrom(.5, .4), " ")).join();
        assertThat(nameless.done()).isFalse();
        assertThat(ringingAfter(60)).isEmpty();
        assertThat(kept).isEmpty();
    }
}
