package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FramesTest {
    @Property(tries = 300)
    void everyAnswerComesOutAsItWentInHoweverTheStreamIsCut(
            @ForAll("answers") List<String> answers, @ForAll @IntRange(min = 1, max = 70) int chunk)
            throws IOException {
        String stream = String.join("\n> ", answers) + "\n> ";
        var frames = new Frames(chunked(stream, chunk));
        for (String answer : answers) {
            assertThat(frames.next()).isEqualTo(answer);
        }
        assertThatThrownBy(frames::next).isInstanceOf(EOFException.class);
    }

    @Provide
    Arbitrary<List<String>> answers() {
        // Ends in no, one or two line ends, and pieces that look like half a prompt.
        Arbitrary<String> piece =
                Arbitraries.of("", "a", "> ", "\n>", "\n", "be,s1,1\n", ">>", " ");
        Arbitrary<String> answer =
                piece.list()
                        .ofMaxSize(6)
                        .map(p -> String.join("", p))
                        .filter(a -> !(a + "\n> ").substring(0, a.length() + 2).contains("\n> "));
        return answer.list().ofMinSize(1).ofMaxSize(30);
    }

    @Test
    void anAnswerOfManyMegabytesIsOneAnswer() throws IOException {
        String big = "x".repeat(5_000_000);
        var frames = new Frames(chunked("\n> " + big + "\n\n> ok\n> ", 8_191));
        assertThat(frames.next()).isEmpty();
        assertThat(frames.next()).isEqualTo(big + "\n");
        assertThat(frames.next()).isEqualTo("ok");
    }

    @Test
    void whatWasHeardFirstIsKeptUntilTheNextExchange() throws IOException {
        var frames = new Frames(chunked("SSH-2.0-Open\n> more", 100));
        assertThat(frames.heard()).isEmpty();
        frames.next();
        assertThat(frames.heard()).startsWith("SSH-2.0");
        frames.listen();
        assertThat(frames.heard()).isEmpty();
    }

    private static InputStream chunked(String text, int chunk) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(len, chunk));
            }
        };
    }
}
