package io.spillway.ui.sound;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A device that takes sound only when the test lets it, and remembers what it took.
final class FakeSink implements AudioSink {
    private final Semaphore room = new Semaphore(0);
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final AtomicReference<String> heard = new AtomicReference<>("");
    private final AtomicInteger drops = new AtomicInteger();

    /// Takes so many milliseconds more.
    void listen(int millis) {
        room.release(millis / 20);
    }

    /// Pulls the plug, or puts it back where empty.
    void trouble(String words) {
        trouble.set(words);
    }

    /// One letter for each 20 ms: `#` for sound, `.` for none.
    String heard() {
        return heard.get();
    }

    /// True once everything it was let take is taken.
    boolean full() {
        return room.availablePermits() == 0;
    }

    int drops() {
        return drops.get();
    }

    @Override
    public void check() throws IOException {
        String words = trouble.get();
        if (!words.isEmpty()) {
            throw new IOException(words);
        }
    }

    @Override
    public void play(byte[] pcm) throws IOException {
        check();
        room.acquireUninterruptibly();
        String letter = Envelopes.loudest(pcm, 0, pcm.length) > 200 ? "#" : ".";
        heard.updateAndGet(before -> before + letter);
    }

    @Override
    public void drop() {
        drops.incrementAndGet();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
