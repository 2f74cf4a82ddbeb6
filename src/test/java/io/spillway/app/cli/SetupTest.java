package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.app.config.ScenarioName;
import io.spillway.app.output.EndpointReport;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command works on, and how command lines fail.
class SetupTest {
    @TempDir Path home;

    @Test
    void theUsualConfigurationAndStateFolder() throws IOException {
        Session session = Session.configured(home);
        session.run("status");
        Setup setup = session.parts.setups.getFirst();
        assertThat(Objects.requireNonNull(setup.config()).file())
                .isEqualTo(home.resolve(".config/spillway/spillway.yaml"));
        assertThat(setup.state()).isEqualTo(home.resolve(".local/state/spillway")).isDirectory();
        assertThat(setup.practice()).isNull();
    }

    @Test
    void folderVariablesWin() throws IOException {
        Session session = Session.configured(home);
        session.environment.put("XDG_STATE_HOME", home.resolve("st").toString());
        session.environment.put("XDG_CONFIG_HOME", home.resolve("none").toString());
        session.run("status");
        Setup setup = session.parts.setups.getFirst();
        assertThat(setup.unconfigured()).isTrue();
        assertThat(setup.state()).isEqualTo(home.resolve("st/spillway"));
        assertThat(setup.expected()).isEqualTo(home.resolve("none/spillway/spillway.yaml"));
    }

    @Test
    void aPracticeElsewhereKeepsItsOwnState() throws IOException {
        Session session = new Session(home);
        Path file = home.resolve("practice.yaml");
        Files.writeString(
                file,
                """
                balancers: [{name: lb-1, address: tcp://lb:9}]
                pools: [{name: web}]
                practice: {scenario: calm, start: 2026-11-22T13:00:00Z,
                  since: 2026-11-22T13:00:00Z, state: own}
                """);
        session.run("status", "--config", file.toString());
        session.run("--config=" + file, "--state", home.resolve("other").toString(), "status");
        assertThat(session.parts.setups)
                .extracting(Setup::state)
                .containsExactly(home.resolve("own"), home.resolve("other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status --practice calm",
                "--practice=calm status",
                "--practice calm status --json",
                "leases --practice=calm --json"
            })
    void practiceMayStandAnywhere(String line) throws IOException {
        Session session = Session.configured(home);
        session.run(line.split(" "));
        Setup setup = session.parts.setups.getFirst();
        assertThat(setup.practice()).isEqualTo(PracticeSpec.of(ScenarioName.CALM));
        assertThat(setup.config()).isNull();
        assertThat(setup.state()).doesNotExist();
    }

    @Test
    void aBarePracticeIsASurge() {
        Session session = new Session(home);
        session.run("plan", "redistribute", "--practice", "web", "--json");
        assertThat(session.parts.setups.getFirst().practice())
                .isEqualTo(PracticeSpec.of(ScenarioName.SURGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config x.yaml --practice", "--state x --practice"})
    void practiceExcludesConfigurationAndState(String options) {
        Outcome outcome = new Session(home).run(("status " + options).split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("spillway: --practice ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan redistribute web", "check", "undo a7 --operator anna"})
    void nothingConfiguredIsAMistakeOfUsage(String line) {
        Session session = new Session(home);
        session.parts.desk.show(
                Samples.picture(
                        3, Picture.State.UNCONFIGURED, FleetState.empty(0, List.of()), List.of()));
        Outcome outcome = session.run(line.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "spillway: nothing is configured: write %s, name a file with --config, or try --practice\n"
                                .formatted(home.resolve(".config/spillway/spillway.yaml")));
        assertThat(session.parts.desk.commands).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stauts",
                "status --jsn",
                "status extra",
                "plan",
                "plan redistribute",
                "apply x --operator a",
                "undo",
                "render board",
                "render boad --out x.png",
                "render board --out x.png --size big",
                "render board --out x.png --size 10x10",
                "render board --out x.png --theme dusk",
                "render board --out x.png --after soon",
                "render board --out x.png --after -1",
                "render board --out x.png --after 1 --at 13:00",
                "render board --out x.png --practice --at noon",
                "practice",
                "practice storm --config-out x",
                "practice --config-out x --speed 0",
                "practice --config-out x --servers 1",
                "practice --config-out x --practice",
                "status --practice storm"
            })
    void wrongUsageIsOneLineAndCodeTwo(String line) {
        Outcome outcome = new Session(home).run(line.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("spillway: ").hasLineCount(1);
    }

    @Test
    void aNearCommandIsGuessed() {
        assertThat(new Session(home).run("stauts").err()).contains("did you mean status?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "console",
                "status",
                "check",
                "plan",
                "plan redistribute",
                "apply",
                "leases",
                "undo",
                "render",
                "practice"
            })
    void everyCommandExplainsItself(String command) {
        Outcome outcome = new Session(home).run((command + " --help").trim().split(" "));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith(("Usage: spillway " + command).trim())
                .contains("--config", "--practice", "Exit codes:");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(new Session(home).run("--version").out()).matches("spillway \\d+\\.\\d+\\S*\n");
    }

    @Test
    void theUnexpectedIsOneLineWithAStableCode() throws IOException {
        Session session = Session.configured(home);
        session.parts.failure = new IllegalStateException("first");
        String first = session.run("status").err();
        session.parts.failure.addSuppressed(new IOException());
        Outcome again = session.run("status");
        assertThat(again.code()).isEqualTo(1);
        assertThat(first)
                .matches(
                        "spillway: something failed that should not have, code [0-9A-F]{4}-[0-9A-F]{4}; details are in .*spillway.log\n");
        assertThat(again.err()).isEqualTo(first);
    }

    @Test
    void aRefusalIsItsOwnSentence() throws IOException {
        Session session = Session.configured(home);
        session.parts.failure = new Refused("another desk holds the folder");
        Outcome outcome = session.run("status");
        assertThat(outcome.err()).isEqualTo("spillway: another desk holds the folder\n");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void checkFailsIfAnythingFails() throws IOException {
        Session session = Session.configured(home);
        session.parts.reports.add(
                new EndpointReport("lb-1", "tcp://lb:9", true, true, true, true, 0.02, ""));
        assertThat(session.run("check").code()).isZero();
        session.parts.reports.add(
                new EndpointReport(
                        "metrics",
                        "http://p:9090",
                        true,
                        true,
                        null,
                        false,
                        Double.NaN,
                        "no series carries the label server"));
        Outcome people = session.run("check");
        assertThat(people.code()).isEqualTo(1);
        assertThat(people.out())
                .contains(
                        "metrics   http://p:9090  yes        yes       -         NO    -      no"
                                + " series carries the label server\n");
        assertThat(session.run("check", "--json").out())
                .contains("\"writable\" : null", "\"join\" : false", "\"skewSeconds\" : 0.02");
    }
}
