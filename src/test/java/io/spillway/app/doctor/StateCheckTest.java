package io.spillway.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.spillway.app.doctor.Finding.Verdict;
import io.spillway.desk.StateFolder;
import io.spillway.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCheckTest {
    @TempDir Path folder;

    private List<Finding> look() {
        return new StateCheck(folder).look();
    }

    private Finding journal() {
        return look().stream().filter(f -> f.area().equals("journal")).findFirst().orElseThrow();
    }

    @Test
    void aFolderWithoutADeskIsFine() {
        assertThat(look())
                .extracting(Finding::area, Finding::verdict)
                .containsExactly(
                        tuple("disk", Verdict.OK),
                        tuple("journal", Verdict.OK),
                        tuple("desk", Verdict.OK));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aJournalIsSoundOrDamaged() throws Exception {
        Path file = StateFolder.journal(folder);
        try (Journal journal = Journal.open(file)) {
            for (int i = 0; i < 50; i++) {
                journal.append(Instant.EPOCH, "ada", "desk", "note", "web", "{}");
            }
        }
        assertThat(journal().verdict()).isEqualTo(Verdict.OK);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
        Files.write(file, bytes);
        assertThat(journal())
                .satisfies(f -> assertThat(f.verdict()).isEqualTo(Verdict.FAIL))
                .extracting(Finding::message)
                .asString()
                .contains(file.toString());
    }

    @Test
    void aJournalOfANewerVersionIsNamedAndLeftAlone() throws Exception {
        Path file = StateFolder.journal(folder);
        Journal.open(file).close();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = c.createStatement()) {
            s.execute("pragma user_version = 999");
        }
        byte[] before = Files.readAllBytes(file);
        assertThat(journal().message()).contains("version 999");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
