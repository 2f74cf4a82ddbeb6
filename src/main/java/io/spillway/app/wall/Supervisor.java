package io.spillway.app.wall;

import io.spillway.app.cli.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a wall alive: starts it as a process of its own, listens to its heartbeat, which comes
/// from the thread that draws, and starts it anew when it ended or froze.
public final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long LOOK_MILLIS = 200;
    private static final long END_SECONDS = 10;

    private final IntFunction<List<String>> line;
    private final Patience patience;
    private volatile long heard;
    private volatile boolean alive;
    private volatile boolean everAlive;
    private volatile int at;

    /// How long it waits.
    ///
    /// @param first for the first heartbeat of a process
    /// @param beat for each that follows
    /// @param pause at most before a wall that ends again and again is started anew
    public record Patience(Duration first, Duration beat, Duration pause) {
        /// Back within 10 s after a crash, and within 15 s after the picture froze.
        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(3));
    }

    /// @param line the command that starts the wall, by the view that it begins with
    public Supervisor(IntFunction<List<String>> line, Patience patience) {
        this.line = line;
        this.patience = patience;
    }

    /// Runs until the wall is closed by hand, or this thread is interrupted, which ends the wall.
    ///
    /// @return the exit code: the wall's own if it ended before it ever lived, else 0
    public int run() {
        int failures = 0;
        try {
            while (true) {
                int code = live();
                if (code == 0 || (!everAlive && code > 0 && code < WallRun.ANEW)) {
                    return code;
                }
                failures = alive ? 0 : failures + 1;
                LOG.warn("The wall ended with code {}, it is started anew", code);
                long wait = failures == 0 ? 0 : LOOK_MILLIS << Math.min(failures, 10);
                Thread.sleep(Math.min(wait, patience.pause().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// True while the wall of now was heard.
    public boolean lives() {
        return alive;
    }

    /// One life.
    private int live() throws InterruptedException {
        alive = false;
        heard = System.nanoTime();
        Process wall = start();
        Thread listening = Thread.ofVirtual().name("wall-beat").start(() -> listen(wall));
        try {
            while (!wall.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                Duration allowed = alive ? patience.beat() : patience.first();
                if (System.nanoTime() - heard > allowed.toNanos()) {
                    LOG.warn("The wall's picture stands still, it is ended");
                    wall.destroyForcibly().waitFor();
                }
            }
            listening.join();
            return wall.exitValue();
        } finally {
            end(wall);
        }
    }

    private Process start() {
        try {
            return new ProcessBuilder(line.apply(at))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new Refused("the wall's process cannot be started: " + e.getMessage(), e);
        }
    }

    private void listen(Process wall) {
        try (BufferedReader in = wall.inputReader(StandardCharsets.UTF_8)) {
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (said.matches("beat \\d{1,6}")) {
                    at = Integer.parseInt(said.substring("beat ".length()));
                    heard = System.nanoTime();
                    alive = true;
                    everAlive = true;
                }
            }
        } catch (IOException e) {
            LOG.debug("The wall's end of the pipe failed", e);
        }
    }

    /// Its end of the pipe tells a wall that has nothing else to do that it is over.
    private static void end(Process wall) {
        try {
            wall.getOutputStream().close();
            wall.destroy();
            if (!wall.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                wall.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            LOG.debug("Closing the pipe to the wall", e);
        } catch (InterruptedException e) {
            wall.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
