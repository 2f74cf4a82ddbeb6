package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Guidance;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.rule.Rules.Own;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edited rules are written beside the configuration and read back as they were.
class AlarmRulesFileTest {
    private static final String HEAD =
            "balancers: [{name: lb-1, address: tcp://lb:9999}]\npools: [{name: web}]\n";

    @TempDir Path folder;

    private static List<Pool> pools() {
        Match match = new Match(Match.By.LABEL, "server", "");
        return List.of(new Pool("web", "web", .9, 0, List.of("lb-1"), match));
    }

    private static Limits limits(double set, double clear, double high, long on, long off) {
        return new Limits(set, clear, high, Duration.ofMillis(on), Duration.ofMillis(off));
    }

    /// The default rules with one of them changed.
    private static Rules edited(String name, Limits limits, Own... own) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : DefaultRules.rules().rules()) {
            Guidance guidance =
                    new Guidance("It's: #1", "a 'b' \"c\"", "- go", Duration.ofSeconds(90));
            rules.add(
                    rule.name().equals(name)
                            ? new Rule(
                                    name,
                                    rule.title(),
                                    Priority.LOW,
                                    guidance,
                                    limits,
                                    rule.unit(),
                                    Duration.ofMinutes(7))
                            : rule);
        }
        return new Rules(rules, List.of(own));
    }

    @Test
    void whatIsWrittenReadsBackAndTheRestStaysAsItWas() throws Exception {
        Path file = folder.resolve("alarms.yaml");
        Rules main = DefaultRules.rules();
        for (String name : List.of("latency", "queue")) {
            Rules edited =
                    edited(
                            name,
                            limits(.8123456789, .7, 12.5, 1250, 1_500_000),
                            new Own(name, "web", "", limits(.5, .25, Double.NaN, 0, 0)),
                            new Own(name, "web", "web-01", limits(.75, .5, .8, 20_000, 0)));
            AlarmRulesFile.write(file, main, edited);
            assertThat(Files.readString(file)).contains(name + ":").doesNotContain("collapse");
            assertThat(AlarmRulesFile.read(file, main, pools())).isEqualTo(edited);
        }
    }

    @Test
    void withoutTheFileTheMainOneHolds() throws Exception {
        Rules main = DefaultRules.rules();
        assertThat(AlarmRulesFile.read(folder.resolve("none.yaml"), main, pools())).isSameAs(main);
        Path file = folder.resolve("alarms.yaml");
        AlarmRulesFile.write(file, main, main);
        assertThat(AlarmRulesFile.read(file, main, pools())).isEqualTo(main);
    }

    @Test
    void theOneBeforeIsKept() throws Exception {
        Path file = folder.resolve("alarms.yaml");
        Rules main = DefaultRules.rules();
        AlarmRulesFile.write(file, main, edited("queue", limits(3, 1, Double.NaN, 0, 0)));
        String first = Files.readString(file);
        AlarmRulesFile.write(file, main, edited("queue", limits(9, 1, Double.NaN, 0, 0)));
        assertThat(folder.resolve("alarms.yaml.previous")).hasContent(first);
        assertThat(Files.readString(file)).contains("set: 9");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void itWinsOverTheMainFileWhichIsLeftAlone() throws Exception {
        String text =
                HEAD
                        + "alarms:\n"
                        + "  queue: {set: 4, clear: 2, servers: {web/web-01: {set: 8}}}\n"
                        + "  errors: {set: 5%, clear: 0.04, onDelay: 45s}\n";
        Path file = Files.writeString(folder.resolve("spillway.yaml"), text);
        Files.writeString(folder.resolve("alarms.yaml"), "alarms: {queue: {set: 6}}\n");

        AlarmConfig alarms = ConfigFile.load(file, _ -> null).alarms();

        Rule queue = alarms.now().rule("queue").orElseThrow();
        assertThat(queue.limits()).isEqualTo(limits(6, 3, Double.NaN, 20_000, 60_000));
        assertThat(alarms.now().limits(queue, "web", "web-01")).isEqualTo(queue.limits());
        assertThat(alarms.now().rule("errors").orElseThrow().limits())
                .isEqualTo(limits(.05, .04, .1, 45_000, 60_000));
        Rule before = alarms.main().rule("queue").orElseThrow();
        assertThat(alarms.main().limits(before, "web", "web-01"))
                .isEqualTo(limits(8, 4, Double.NaN, 20_000, 60_000));
        assertThat(file).hasContent(text);
    }

    @Test
    void aPoolsLimitOfCpuIsItsServersLevel() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("spillway.yaml"),
                        HEAD.replace("{name: web}", "{name: web, cpuLimit: 70%}"));
        Rules rules = ConfigFile.load(file, _ -> null).alarms().now();
        Rule cpu = rules.rule("server-cpu").orElseThrow();
        assertThat(rules.limits(cpu, "web", "web-01").set()).isEqualTo(.7);
        assertThat(rules.limits(cpu, "web", "web-01").clear()).isBetween(.6, .69);
        assertThat(rules.limits(cpu, "api", "api-01").set()).isEqualTo(.9);
    }

    @Test
    void itsMistakesAreToldUnderItsOwnName() throws Exception {
        Path file = Files.writeString(folder.resolve("spillway.yaml"), HEAD);
        Path edited = folder.resolve("alarms.yaml");
        Files.writeString(edited, "alarms:\n  queue: {clear: 9}\n");
        assertThatThrownBy(() -> ConfigFile.load(file, _ -> null))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        edited
                                + ":2: the rule \"queue\" clears on the wrong side of set, expected"
                                + " a rule that can come and go; clear must be below set, or equal"
                                + " to it");
        Files.writeString(edited, "queue: {set: 3}\n");
        assertThatThrownBy(() -> ConfigFile.load(file, _ -> null))
                .hasMessageContaining("alarms.yaml:1: the unknown key \"queue\" in the file");
    }
}
