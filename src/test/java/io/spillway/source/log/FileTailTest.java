package io.spillway.source.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.source.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTailTest {
    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private Path dir;
    private Path log;
    private FileTail tail;

    @BeforeEach
    void prepare() {
        log = dir.resolve("haproxy.log");
        tail = new FileTail(log);
    }

    @AfterEach
    void close() {
        tail.close();
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, CREATE, APPEND);
    }

    private List<String> read(Instant now) throws SourceException {
        Lines lines = new Lines(1000);
        tail.read(now, lines);
        return lines.kept();
    }

    private List<String> read() throws SourceException {
        return read(T);
    }

    @Test
    void onlyWhatIsWrittenFromNowOnIsRead() throws Exception {
        write("old\nhalf an old li");
        assertThat(read()).isEmpty();
        write("ne\nnew\r\n\n");
        assertThat(read()).containsExactly("new");
        assertThat(read()).isEmpty();
    }

    @Test
    void aPartOfALineWaitsForTheRest() throws Exception {
        write("");
        assertThat(read()).isEmpty();
        write("one\ntw");
        assertThat(read()).containsExactly("one");
        write("o, with gr\u00fc\u00df");
        assertThat(read()).isEmpty();
        write("e\nthree\n");
        assertThat(read()).containsExactly("two, with gr\u00fc\u00dfe", "three");
    }

    @Test
    void afterARenameTheOldFileIsReadToItsEndAndTheNewOneFromItsStart() throws Exception {
        write("");
        read();
        write("a\n");
        Files.move(log, dir.resolve("haproxy.log.1"));
        Files.writeString(dir.resolve("haproxy.log.1"), "b\n", APPEND);
        assertThat(read()).containsExactly("a", "b");
        Files.writeString(dir.resolve("haproxy.log.1"), "c\n", APPEND);
        write("d\n");
        assertThat(read()).containsExactly("c", "d");
        // The writer has not opened the new file yet.
        Files.writeString(dir.resolve("haproxy.log.1"), "e\n", APPEND);
        write("f\n");
        assertThat(read(T.plusSeconds(5))).containsExactly("e", "f");
        read(T.plusSeconds(20));
        Files.writeString(dir.resolve("haproxy.log.1"), "g\n", APPEND);
        assertThat(read(T.plusSeconds(21))).isEmpty();
    }

    @Test
    void aFileThatIsCopiedAndCutBackIsReadFromItsStart() throws Exception {
        write("");
        read();
        write("a long first line\nand a par");
        assertThat(read()).containsExactly("a long first line");
        Files.writeString(log, "b\n");
        assertThat(read()).containsExactly("b");
    }

    @Test
    void aFileThatHasOutgrownItsOldLengthSinceIsReadFromItsStartToo() throws Exception {
        write("");
        read();
        write("a\n");
        assertThat(read()).containsExactly("a");
        Files.writeString(log, "b\nc\nd\n");
        assertThat(read()).containsExactly("b", "c", "d");
    }

    @Test
    void theHoleOfAWriterThatDoesNotAppendIsNoText() throws Exception {
        try (var writer = FileChannel.open(log, CREATE, StandardOpenOption.WRITE)) {
            read();
            writer.write(ByteBuffer.wrap("first line\n".getBytes(UTF_8)));
            assertThat(read()).containsExactly("first line");
            Files.writeString(log, "");
            writer.write(ByteBuffer.wrap("second line\n".getBytes(UTF_8)));
            assertThat(read()).containsExactly("second line");
        }
    }

    @Test
    void aMissingFileIsToldAndReadFromItsStartOnceItIsThere() throws Exception {
        assertThatThrownBy(this::read)
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        log
                                + " is not there: let the balancer write its log there, or correct"
                                + " `log`.");
        write("a\n");
        assertThat(read()).containsExactly("a");
        Files.delete(log);
        assertThat(read(T.plusSeconds(1))).isEmpty();
        assertThatThrownBy(() -> read(T.plusSeconds(40))).hasMessageContaining("is not there");
        write("b\n");
        assertThat(read(T.plusSeconds(41))).containsExactly("b");
    }

    @Test
    void aFolderIsNoLog() throws Exception {
        Files.createDirectory(log);
        assertThatThrownBy(this::read).hasMessageStartingWith(log + " is no ordinary file:");
    }

    @Test
    void aHugeBacklogAndAHugeLineArePassedOver() throws Exception {
        write("");
        read();
        String line = "x".repeat(999) + "\n";
        write(line.repeat(20_000));
        Lines lines = new Lines(1000);
        tail.read(T, lines);
        assertThat(lines.kept()).hasSize(1000).allMatch(l -> l.length() == 999);
        assertThat(lines.skipped()).isBetween(3_000_000L, 4_000_000L);
        long seen = lines.leftOut() + 1000 + lines.skipped() / 1000;
        assertThat(seen).isBetween(19_998L, 20_000L);
        write("y".repeat(50_000) + "\nz\n");
        assertThat(read()).map(String::length).containsExactly(16_384, 1);
    }

    @Test
    void howeverItIsWrittenNoLineIsLostOrTwice() throws Exception {
        write("");
        read();
        List<String> lines = IntStream.range(0, 3000).mapToObj(i -> "line " + i).toList();
        String all = lines.stream().map(l -> l + "\n").collect(Collectors.joining());
        SplittableRandom random = new SplittableRandom(7);
        List<String> seen = new ArrayList<>();
        int rotations = 0;
        for (int at = 0; at < all.length(); ) {
            int end = Math.min(all.length(), at + 1 + random.nextInt(400));
            boolean rotate = random.nextInt(20) == 0;
            if (rotate) {
                end = all.indexOf('\n', at) + 1;
            }
            write(all.substring(at, end));
            at = end;
            if (random.nextInt(3) > 0) {
                seen.addAll(read());
            }
            if (rotate) {
                seen.addAll(read());
                Files.move(log, dir.resolve("old." + rotations++));
            }
        }
        seen.addAll(read());
        assertThat(rotations).isPositive();
        assertThat(seen).isEqualTo(lines);
    }
}
