package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.output.PlanJson;
import io.spillway.desk.Command.MakePlan;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of plan that can be asked for.
class PlanKindsTest {
    @TempDir Path home;
    private Session session;

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("gate sheddable", new PlanRequest.Gate("sheddable")),
                Arguments.of("gate 2", new PlanRequest.Gate("2")),
                Arguments.of(
                        "gate --shed bulk=400 --shed plus=50",
                        new PlanRequest.Shed(Map.of("bulk", 400, "plus", 50))),
                Arguments.of("gate --limit bulk=120", new PlanRequest.Limit("bulk", 120)),
                Arguments.of("gate --limit bulk=none", new PlanRequest.Limit("bulk", -1)),
                Arguments.of("gate --throttle", new PlanRequest.Throttle()),
                Arguments.of(
                        "drain web web-1 web-2",
                        new PlanRequest.Serve("web", List.of("web-1", "web-2"), "drain")),
                Arguments.of(
                        "drain web web-1 --maintenance",
                        new PlanRequest.Serve("web", List.of("web-1"), "maint")),
                Arguments.of(
                        "drain --ready web web-1",
                        new PlanRequest.Serve("web", List.of("web-1"), "ready")),
                Arguments.of("standby web", new PlanRequest.Standby("web", 0)),
                Arguments.of("standby web 3", new PlanRequest.Standby("web", 3)),
                Arguments.of("standby web -2", new PlanRequest.Standby("web", -2)),
                Arguments.of(
                        "cap source 192.0.2.7 20",
                        new PlanRequest.Cap(new Knob(Kind.SOURCE_CAP, "192.0.2.7"), 20)),
                Arguments.of(
                        "cap agent curl/8.1 none",
                        new PlanRequest.Cap(new Knob(Kind.AGENT_CAP, "curl/8.1"), Knob.ABSENT)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isAskedForPrintedAndWritten(String words, PlanRequest expected) throws IOException {
        session.parts.desk.replies.add(new Reply(true, "", Samples.plan(), null));
        Path out = home.resolve("out.json");
        CommandLines.Outcome outcome =
                session.run(("plan " + words + " --json --out " + out).split(" "));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(session.parts.desk.commands).containsExactly(new MakePlan(expected));
        assertThat(PlanJson.read(outcome.out())).isEqualTo(Samples.plan());
        assertThat(PlanJson.read(Files.readString(out))).isEqualTo(Samples.plan());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gate",
                "gate 1 --throttle",
                "gate --limit a=1 --limit b=2",
                "gate --limit a=-5",
                "gate --shed a=much",
                "drain web",
                "drain web web-1 --maintenance --ready",
                "standby web many",
                "cap address 192.0.2.7 20",
                "cap source 192.0.2.7 fast"
            })
    void whatIsNotClearIsAskedOfNobody(String words) {
        CommandLines.Outcome outcome = session.run(("plan " + words).split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("spillway: ");
        assertThat(session.parts.desk.commands).isEmpty();
    }

    @Test
    void aRefusalIsTold() {
        session.parts.desk.replies.add(new Reply(false, "No gates are configured", null, null));
        CommandLines.Outcome outcome = session.run("plan", "gate", "1");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("spillway: No gates are configured\n");
    }
}
