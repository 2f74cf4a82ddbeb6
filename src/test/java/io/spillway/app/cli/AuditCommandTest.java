package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.desk.StateFolder;
import io.spillway.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    @TempDir Path home;
    private Session session;
    private Path state;

    @BeforeEach
    void write() throws Exception {
        session = Session.configured(home);
        state = Files.createDirectory(home.resolve("state"));
    }

    private void attempts() throws Exception {
        try (Journal journal = Journal.open(StateFolder.journal(state))) {
            String from = "{\"from\":\"command line\",\"why\":\"%s\"}";
            attempt(journal, 60, "Ada", "access.allowed", "Apply", from.formatted(""));
            attempt(journal, 30, "Ben", "access.refused", "Undo", from.formatted("Wrong."));
            attempt(journal, 20, "Ben", "act.applied", "a7", "{}");
            attempt(journal, 10, "ADA", "access.refused", "SaveRule", "{}");
        }
    }

    private static void attempt(
            Journal journal, int minutes, String who, String kind, String what, String body)
            throws Exception {
        journal.append(
                Samples.TIME.minus(Duration.ofMinutes(minutes)), who, "desk-1", kind, what, body);
    }

    private Outcome audit(String... more) {
        List<String> line = new ArrayList<>(List.of("audit", "--state", state.toString()));
        line.addAll(List.of(more));
        return session.run(line.toArray(String[]::new));
    }

    @Test
    void newestAttemptsStandFirst() throws Exception {
        attempts();
        Outcome all = audit();
        assertThat(all.code()).isZero();
        assertThat(all.out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("TIME"),
                        row -> assertThat(row).containsPattern("ADA +SaveRule +REFUSED"),
                        row ->
                                assertThat(row)
                                        .containsPattern(
                                                "Ben +Undo +REFUSED +command line +desk-1 +Wrong\\."),
                        row -> assertThat(row).containsPattern("Ada +Apply +allowed"));
    }

    @Test
    void aNameCannotForgeALine() throws Exception {
        try (Journal journal = Journal.open(StateFolder.journal(state))) {
            attempt(journal, 5, "Eve\n\u001b[2KAda", "access.refused", "Apply", "{}");
        }
        assertThat(audit().out().lines()).hasSize(2).last().asString().contains("Eve??[2KAda");
    }

    @Test
    void optionsLeaveOutTheRest() throws Exception {
        attempts();
        assertThat(audit("--operator", "ada").out())
                .contains("SaveRule", "Apply")
                .doesNotContain("Ben");
        assertThat(audit("--refused").out()).contains("Undo", "SaveRule").doesNotContain("Apply");
        assertThat(audit("--since", "40m").out()).contains("Undo").doesNotContain("Apply");
        assertThat(audit("--since", "40m", "--refused", "--operator", "BEN", "--json").out())
                .contains("\"allowed\" : false", "\"why\" : \"Wrong.\"")
                .doesNotContain("SaveRule");
        assertThat(audit("--since", "1m").out()).isEqualTo("no such attempt is in the journal\n");
    }

    @Test
    void whereNothingWasWrittenNothingIsMade() {
        assertThat(audit().out()).isEqualTo("no such attempt is in the journal\n");
        assertThat(audit("--json").out()).isEqualTo("[ ]\n");
        assertThat(StateFolder.journal(state)).doesNotExist();
    }
}
