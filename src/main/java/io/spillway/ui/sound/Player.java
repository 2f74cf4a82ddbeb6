package io.spillway.ui.sound;

import io.spillway.alarm.Ring;
import io.spillway.ui.kit.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays what rings on a thread of its own, again and again until something else rings. Nobody who
/// calls it ever waits for the device. Safe for any thread.
final class Player implements AutoCloseable {
    /// So many bytes are given to the device at once: 20 ms.
    private static final int PIECE = Synth.RATE / 50 * 2;

    private static final int QUIETEST_TEST = 30;

    private final AudioSink sink;
    private final Consumer<String> onTrouble;
    private final Duration retry;
    private final Duration look;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Request> requests = new ArrayDeque<>();
    private final Thread thread;
    private Ring ring = Ring.NONE;
    private Loudness loudness = Loudness.USUAL;
    private long turn;
    private boolean closed;
    private @Nullable String trouble;

    /// A sound asked for once.
    ///
    /// @param done called on the player's thread with what is wrong; with nothing if it was played
    private record Request(Ring.Pattern pattern, Consumer<String> done) {}

    /// What is to be done next; nothing to play if `pcm` is empty.
    private record Job(long turn, Ring ring, byte[] pcm, @Nullable Request request) {}

    /// Begins at once.
    ///
    /// @param onTrouble called on the player's thread when it knows whether there is a device, and
    ///   each time that changes: a sentence, empty if all is well
    /// @param retry how long to wait before a missing device is looked for again
    /// @param look how often a device is looked for while nothing is played
    Player(AudioSink sink, Consumer<String> onTrouble, Duration retry, Duration look) {
        this.sink = sink;
        this.onTrouble = onTrouble;
        this.retry = retry;
        this.look = look;
        this.thread = Thread.ofPlatform().name("sound").daemon().unstarted(this::run);
        thread.start();
    }

    /// Plays this from now on; nothing changes if it is what is played already.
    void ring(Ring wanted) {
        change(() -> {
            if (!wanted.equals(ring)) {
                ring = wanted;
                turn++;
            }
        });
    }

    /// Plays so loud from now on.
    void loudness(Loudness wanted) {
        change(() -> {
            if (!wanted.equals(loudness)) {
                loudness = wanted;
                turn++;
            }
        });
    }

    /// Plays a pattern once before anything else, even while muted.
    ///
    /// @param done called on the player's thread with what is wrong; with nothing if it was played
    void once(Ring.Pattern pattern, Consumer<String> done) {
        change(() -> {
            requests.add(new Request(pattern, done));
            turn++;
        });
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            Job job = next();
            if (job == null) {
                sink.close();
                return;
            }
            work(job);
        }
    }

    private void work(Job job) {
        String wrong = "";
        boolean whole = true;
        try {
            if (job.pcm.length == 0) {
                sink.close();
                sink.check();
            } else {
                whole = play(job);
            }
        } catch (IOException e) {
            wrong = String.valueOf(e.getMessage());
        }
        tell(wrong);
        Request request = job.request;
        if (request != null) {
            request.done.accept(whole ? wrong : Words.of("sound.broken-off"));
        }
        if (job.pcm.length == 0 || !wrong.isEmpty()) {
            pause(job.turn, wrong.isEmpty() ? look : retry);
        } else if (!whole) {
            sink.drop();
        }
    }

    /// @return false if something else was asked for meanwhile
    private boolean play(Job job) throws IOException {
        for (int at = 0; at < job.pcm.length; at += PIECE) {
            if (overtaken(job)) {
                return false;
            }
            sink.play(Arrays.copyOfRange(job.pcm, at, Math.min(job.pcm.length, at + PIECE)));
        }
        return true;
    }

    private void tell(String now) {
        if (!now.equals(trouble)) {
            trouble = now;
            onTrouble.accept(now);
        }
    }

    private @Nullable Job next() {
        lock.lock();
        try {
            if (closed) {
                return null;
            }
            Request request = requests.poll();
            Ring.Pattern pattern =
                    request != null
                            ? request.pattern
                            : loudness.audible() ? ring.pattern() : Ring.Pattern.NONE;
            int volume =
                    request != null
                            ? Math.max(loudness.volume(), QUIETEST_TEST)
                            : loudness.volume();
            List<Tone> tones = request == null ? Tones.of(pattern) : Tones.once(pattern);
            return new Job(turn, ring, Synth.samples(tones, volume), request);
        } finally {
            lock.unlock();
        }
    }

    /// True if something more urgent was asked for: for what rings anything else, for a test an
    /// alarm, which ends all that is left of the test.
    private boolean overtaken(Job job) {
        List<Request> left;
        lock.lock();
        try {
            boolean alarm = !ring.equals(job.ring) && ring.pattern() != Ring.Pattern.NONE;
            if (job.request == null || !alarm) {
                return closed || (job.request == null && turn != job.turn);
            }
            left = List.copyOf(requests);
            requests.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(r -> r.done.accept(Words.of("sound.broken-off")));
        return true;
    }

    /// Waits until something else is asked for, at most so long.
    private void pause(long of, Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!closed && turn == of && requests.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /// Ends what is played.
    @Override
    public void close() {
        change(() -> closed = true);
        try {
            if (!thread.join(Duration.ofSeconds(1))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
