package io.spillway.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.alarm.AlarmEngine;
import io.spillway.alarm.AlarmList;
import io.spillway.alarm.Figures;
import io.spillway.alarm.Memory;
import io.spillway.alarm.OperatorAct;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Signal;
import io.spillway.alarm.signal.Subject;
import io.spillway.app.cli.Samples;
import io.spillway.desk.Picture;
import io.spillway.fleet.Knob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The manual names every field that is printed.
class ManualTest {
    static Stream<Arguments> documents() {
        ActResult result =
                new ActResult(
                        "a7",
                        ActResult.Outcome.APPLIED,
                        "",
                        List.of(
                                new ActResult.BalancerResult(
                                        "lb-1", true, "", Knob.weights(Map.of("web-1", 50)))));
        EndpointReport report =
                new EndpointReport("lb-1", "tcp://lb:1", true, true, null, null, 0, "");
        return Stream.of(
                Arguments.of("status", StatusJson.pretty(Samples.relieved(Samples.picture(3)))),
                Arguments.of("alarms", AlarmsJson.pretty(rung())),
                Arguments.of("check", CheckJson.pretty(List.of(report))),
                Arguments.of("plan redistribute", PlanJson.pretty(Samples.plan())),
                Arguments.of("apply", ApplyJson.pretty(result)),
                Arguments.of("audit", AuditJson.pretty(List.of(attempt()))),
                Arguments.of("secret", SecretsOutput.json(Map.of("PROM", "a file"))),
                Arguments.of("leases", LeasesJson.pretty(List.of(Samples.LEASE))));
    }

    private static Attempt attempt() {
        return new Attempt(Samples.TIME, "Ada", "desk-1", "window", "Apply", false, "Wrong.");
    }

    /// A Picture with an alarm that somebody has, and one that is shelved.
    private static Picture rung() {
        AlarmEngine engine = new AlarmEngine(DefaultRules.rules());
        List<Signal> hot =
                Stream.of("web-1", "web-2")
                        .map(name ->
                                new Signal(
                                        RuleNames.SERVER_CPU,
                                        Subject.server("web", name),
                                        .95,
                                        1_000,
                                        null,
                                        "",
                                        "",
                                        Origin.OWN))
                        .toList();
        Memory memory = engine.step(Memory.none(), hot, 1_000).memory();
        memory = engine.step(memory, hot, 61_000).memory();
        String id = hot.getFirst().id();
        memory =
                engine.act(memory, new OperatorAct.Acknowledge(List.of(id), "ops-1"), 62_000)
                        .memory();
        id = hot.getLast().id();
        memory =
                engine.act(
                                memory,
                                new OperatorAct.Shelve(List.of(id), 60_000, "known", "ops-1"),
                                62_000)
                        .memory();
        return Samples.picture(3)
                .withAlarms(
                        AlarmList.of(
                                memory, DefaultRules.rules(), Figures.none(), List.of(), 63_000));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFieldIsDescribed(String command, String json) throws IOException {
        String manual = Files.readString(Path.of("docs/cli.md"));
        int begin = manual.indexOf("\n## " + command + "\n");
        String section = manual.substring(begin, manual.indexOf("\n## ", begin + 1));
        List<String> fields = new ArrayList<>();
        collect(Json.MAPPER.readTree(json), fields);
        assertThat(fields).isNotEmpty();
        assertThat(fields)
                .allSatisfy(
                        field -> assertThat(section).containsPattern("[`.]" + field + "[`\\[]"));
    }

    /// Names of fields; those of servers and balancers, and what has a section of its own, are
    /// none.
    private static void collect(JsonNode node, List<String> fields) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, fields));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            if (key.matches("(web|lb)-\\d") || key.equals("leases")) {
                continue;
            }
            if (!key.equals("mode")) {
                fields.add(key);
            }
            collect(entry.getValue(), fields);
        }
    }
}
