package io.spillway.wire.haproxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One connection in prompt mode. [#open] and [#exchange] may hang until [#close] is called from
/// another thread.
final class Session implements Closeable {
    /// What fits into any socket's buffers, so that it can be written before anything is read.
    private static final int SMALL = 8_192;

    private static final byte[] GREETING =
            "prompt\nset severity-output string\nshow info\n".getBytes(StandardCharsets.US_ASCII);

    private final Link link;
    private volatile @Nullable Frames frames;
    private volatile int answered;

    Session(Endpoint endpoint) {
        this.link = new Link(endpoint);
    }

    /// Connects and switches to prompt mode.
    ///
    /// @return what the process says of itself
    RuntimeInfo open() throws IOException {
        link.open();
        var fresh = new Frames(link.in());
        frames = fresh;
        try {
            link.out().write(GREETING);
        } catch (IOException e) {
            // The peer may have said why before it hung up.
            fresh.next();
            throw e;
        }
        if (!fresh.next().isEmpty()) {
            throw new IOException("no prompt");
        }
        link.greeted();
        fresh.next();
        return RuntimeInfo.parse(fresh.next());
    }

    /// Sends all commands in one write and waits for as many answers.
    List<Answer> exchange(List<Command> commands) throws IOException {
        Frames open = frames();
        answered = 0;
        open.listen();
        send(commands);
        List<Answer> answers = new ArrayList<>(commands.size());
        for (int i = 1; i <= commands.size(); i++) {
            answers.add(AnswerText.read(open.next()));
            answered = i;
        }
        return answers;
    }

    private void send(List<Command> commands) throws IOException {
        var lines = new StringBuilder();
        commands.forEach(c -> lines.append(c.text()).append('\n'));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        OutputStream out = link.out();
        if (bytes.length <= SMALL) {
            out.write(bytes);
        } else {
            // HAProxy stops reading while nobody takes its answers: write and read side by side.
            Thread.ofVirtual().name("haproxy-write").start(() -> writeQuietly(out, bytes));
        }
    }

    private static void writeQuietly(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            // Whoever reads the answers meets the same end, or the deadline.
        }
    }

    private Frames frames() {
        Frames open = frames;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }

    Link.Stage stage() {
        return link.stage();
    }

    boolean serverTrusted() {
        return link.serverTrusted();
    }

    /// The first bytes of the present exchange, empty if nothing was received.
    String heard() {
        Frames open = frames;
        return open == null ? "" : open.heard();
    }

    /// How many commands of the present exchange were answered.
    int answered() {
        return answered;
    }

    @Override
    public void close() {
        link.close();
    }
}
