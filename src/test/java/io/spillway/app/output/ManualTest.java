package io.spillway.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.app.cli.Samples;
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
                                        "lb-1", true, "", Map.of("web-1", 50))));
        EndpointReport report =
                new EndpointReport("lb-1", "tcp://lb:1", true, true, null, null, 0, "");
        return Stream.of(
                Arguments.of("status", StatusJson.pretty(Samples.picture(3))),
                Arguments.of("check", CheckJson.pretty(List.of(report))),
                Arguments.of("plan redistribute", PlanJson.pretty(Samples.plan())),
                Arguments.of("apply", ApplyJson.pretty(result)),
                Arguments.of("leases", LeasesJson.pretty(List.of(Samples.LEASE))));
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
