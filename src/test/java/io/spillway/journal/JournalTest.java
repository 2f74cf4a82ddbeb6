package io.spillway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant TIME = Instant.parse("2026-11-22T03:58:12.345Z");

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("journal.db");
    }

    private static Event add(Journal journal, String kind) throws JournalException {
        return journal.append(TIME, "anna", "ops-1", kind, "k7mp", "{\"n\":1}");
    }

    @Test
    void givesBackWhatWasAppendedAlsoAfterReopening() throws Exception {
        Event written;
        try (Journal journal = Journal.open(file())) {
            written = add(journal, "act.begun");
        }
        try (Journal journal = Journal.open(file())) {
            assertThat(journal.since(0)).containsExactly(written);
            assertThat(written)
                    .isEqualTo(
                            new Event(1, TIME, "anna", "ops-1", "act.begun", "k7mp", "{\"n\":1}"));
        }
    }

    @Test
    void picksByKindAndById() throws Exception {
        try (Journal journal = Journal.open(file())) {
            Event begun = add(journal, "act.begun");
            Event extended = add(journal, "lease.extended");
            Event applied = add(journal, "act.applied");
            assertThat(journal.events("act.")).containsExactly(begun, applied);
            assertThat(journal.events("lease.extended")).containsExactly(extended);
            assertThat(journal.events("act.b_gun")).isEmpty();
            assertThat(journal.since(begun.id())).containsExactly(extended, applied);
            Event raised = add(journal, "alarm.raised");
            assertThat(journal.since(0, "act.", "lease."))
                    .containsExactly(begun, extended, applied);
            assertThat(journal.since(extended.id(), "act.", "lease.")).containsExactly(applied);
            assertThat(journal.last()).isEqualTo(raised.id());
            assertThat(journal.since(raised.id())).isEmpty();
        }
    }

    @Test
    void goesBackAsFarAsIsWantedAndLetsOthersWriteMeanwhile() throws Exception {
        try (Journal journal = Journal.open(file())) {
            assertThat(journal.last()).isZero();
            List<Draft> drafts = new ArrayList<>();
            for (int i = 1; i <= 4_500; i++) {
                drafts.add(draft(i % 2 == 0 ? "alarm.raised" : "act.begun", "{}"));
            }
            journal.append(drafts, "n", "{}");
            List<Long> seen = new ArrayList<>();
            Instant end = TIME.plusSeconds(1);
            journal.back("alarm.", TIME, end, event -> seen.add(event.id()) && seen.size() < 1_200);
            assertThat(seen).hasSize(1_200).startsWith(4_500L, 4_498L).endsWith(2_102L);
            journal.back("alarm.", end, end.plusSeconds(9), _ -> seen.add(0L));
            assertThat(seen).hasSize(1_200);
            journal.back(
                    "act.",
                    TIME,
                    end,
                    _ -> {
                        CompletableFuture.runAsync(() -> write(journal)).join();
                        return false;
                    });
            assertThat(journal.last()).isEqualTo(4_501);
        }
    }

    private static void write(Journal journal) {
        try {
            add(journal, "act.begun");
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
    }

    private static Draft draft(String kind, String body) {
        return new Draft(TIME, "anna", "ops-1", kind, "k7mp", body);
    }

    @Test
    void eventsAndTheirNoteAreWrittenTogetherOrNotAtAll() throws Exception {
        try (Journal journal = Journal.open(file())) {
            assertThat(journal.note("alarms")).isEmpty();
            journal.append(
                    List.of(draft("alarm.raised", "{}"), draft("alarm.lost", "{}")),
                    "alarms",
                    "{\"n\":1}");
            assertThatThrownBy(() ->
                            journal.append(
                                    List.of(draft("alarm.raised", "{}"), draft("alarm.x", "no")),
                                    "alarms",
                                    "{\"n\":2}"))
                    .isInstanceOf(JournalException.class);
            journal.append(List.of(), "others", "{}");
        }
        try (Journal journal = Journal.open(file())) {
            assertThat(journal.events("alarm.")).hasSize(2);
            assertThat(journal.note("alarms")).contains("{\"n\":1}");
            journal.append(List.of(), "alarms", "{\"n\":3}");
            assertThat(journal.note("alarms")).contains("{\"n\":3}");
            assertThat(add(journal, "act.begun").id()).isEqualTo(3);
        }
    }

    @Test
    void eventsCanNeitherBeChangedNorRemovedByAnyProgram() throws Exception {
        try (Journal journal = Journal.open(file())) {
            add(journal, "act.begun");
            assertThatThrownBy(() -> sql("update event set author = 'eve'"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> sql("delete from event"))
                    .hasMessageContaining("never removed");
            assertThat(journal.since(0)).extracting(Event::author).containsExactly("anna");
        }
    }

    @Test
    void refusesABodyThatIsNoJson() throws Exception {
        try (Journal journal = Journal.open(file())) {
            assertThatThrownBy(() -> journal.append(TIME, "a", "c", "k", "", "no json"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("could not be written");
            assertThat(journal.since(0)).isEmpty();
        }
    }

    @Test
    void refusesANewerVersionAndLeavesTheFileUntouched() throws Exception {
        try (Journal journal = Journal.open(file())) {
            add(journal, "act.begun");
        }
        sql("pragma user_version = 99");
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> Journal.open(file()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("versions up to " + Schema.VERSION)
                .hasMessageContaining(file().toString());
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoJournal() throws Exception {
        Files.writeString(
                file(), "this is a letter to my aunt, and no database at all\n".repeat(99));
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> Journal.open(file()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("not a database")
                .hasMessageContaining(file().toString());
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void saysThatTheFolderIsNotThere() {
        Path nowhere = folder.resolve("gone").resolve("journal.db");
        assertThatThrownBy(() -> Journal.open(nowhere))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("check that the state folder is there");
    }

    @Test
    void writesAndSyncsAsItPromises() throws Exception {
        try (Journal journal = Journal.open(file())) {
            add(journal, "act.begun");
            assertThat(query("pragma journal_mode")).isEqualTo("wal");
            assertThat(query("select time from event")).isEqualTo("2026-11-22T03:58:12.345Z");
        }
    }

    @Test
    void manyThreadsAndASecondReaderLoseNothing() throws Exception {
        int threads = 4;
        int each = 50;
        try (Journal journal = Journal.open(file());
                Journal reader = Journal.open(file());
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Journal writer = t == 0 ? reader : journal;
                work.add(pool.submit(() -> appendMany(writer, each)));
            }
            int seen = 0;
            while (seen < threads * each) {
                List<Event> all = reader.since(0);
                assertThat(all.size()).isGreaterThanOrEqualTo(seen);
                seen = all.size();
                if (work.stream().allMatch(Future::isDone)) {
                    break;
                }
            }
            for (Future<?> f : work) {
                f.get();
            }
            assertThat(reader.since(0))
                    .extracting(Event::id)
                    .doesNotHaveDuplicates()
                    .hasSize(threads * each)
                    .isSorted();
        }
    }

    @Test
    void anEventIsThereAfterItsWriterWasKilled() throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AppendAndHang.class.getName(),
                                file().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            byte[] said = child.getInputStream().readNBytes(8);
            assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo("appended");
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (Journal journal = Journal.open(file())) {
            assertThat(journal.events("act.")).extracting(Event::subject).containsExactly("dead");
        }
    }

    private static Void appendMany(Journal journal, int count) throws JournalException {
        for (int i = 0; i < count; i++) {
            add(journal, "act.begun");
        }
        return null;
    }

    private void sql(String statement) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement s = c.createStatement()) {
            s.executeUpdate(statement);
        }
    }

    private String query(String statement) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(statement)) {
            return r.getString(1);
        }
    }
}
