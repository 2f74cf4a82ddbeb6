package io.spillway.app.wall;

import io.spillway.app.config.Config;
import io.spillway.desk.Picture;
import io.spillway.desk.RemoteDesk;
import io.spillway.desk.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the wall's Pictures come from: the desk that runs in the state folder while one does, else
/// the wall's own rules. It looks again for ever, so that the wall comes alive by itself.
final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofSeconds(30);

    private final Path state;
    private final @Nullable Config config;
    private final Function<Consumer<Picture>, OwnRules> rules;
    private final Consumer<Shown> screen;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looking;
    private @Nullable RemoteDesk desk;
    private @Nullable OwnRules own;
    private Duration pause = LOOK;
    private boolean stranger;

    /// A Picture, and whether the acknowledgements in it are the operators'.
    record Shown(Picture picture, boolean shared) {}

    /// @param config another desk than one of its site is not followed; null for any
    /// @param rules begins the wall's own rules; may fail, and is tried again
    /// @param screen takes Pictures on any thread
    Feed(
            Path state,
            @Nullable Config config,
            Function<Consumer<Picture>, OwnRules> rules,
            Consumer<Shown> screen) {
        this.state = state;
        this.config = config;
        this.rules = rules;
        this.screen = screen;
        looking = Thread.ofVirtual().name("wall-feed").unstarted(this::run);
    }

    /// Begins, on a thread of its own.
    void start() {
        looking.start();
    }

    private void run() {
        try {
            do {
                look();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            letGo();
        }
    }

    /// One look for a better place.
    void look() {
        RemoteDesk followed = desk;
        if (followed != null && followed.gone()) {
            LOG.info("The desk in {} ended", state);
            followed.close();
            desk = null;
        }
        if (desk == null) {
            follow();
        }
        if (desk == null && own == null) {
            begin();
        }
    }

    private void follow() {
        RemoteDesk found = found();
        if (found == null) {
            return;
        }
        LOG.info("Following the desk in {}", state);
        desk = found;
        OwnRules before = own;
        own = null;
        if (before != null) {
            before.close();
        }
        found.watch(picture -> screen.accept(new Shown(picture, true)));
        screen.accept(new Shown(found.picture(), true));
    }

    private @Nullable RemoteDesk found() {
        try {
            Path socket = StateFolder.socket(state);
            if (!Files.exists(socket)) {
                return null;
            }
            RemoteDesk found = new RemoteDesk(socket);
            if (known(found.picture())) {
                stranger = false;
                return found;
            }
            found.close();
            if (!stranger) {
                LOG.warn("The desk in {} watches another site, so it is not followed", state);
                stranger = true;
            }
        } catch (IOException e) {
            LOG.debug("No desk answers in {}", state, e);
        }
        return null;
    }

    private boolean known(Picture picture) {
        Config expected = config;
        return expected == null
                || (expected.site().equals(picture.site())
                        && expected.pools().equals(picture.fleet().pools()));
    }

    private void begin() {
        try {
            own = rules.apply(picture -> screen.accept(new Shown(picture, false)));
            pause = LOOK;
        } catch (RuntimeException e) {
            LOG.warn("The wall cannot watch by itself yet", e);
            Duration next = pause.multipliedBy(2);
            pause = next.compareTo(MOST) < 0 ? next : MOST;
        }
    }

    private void letGo() {
        RemoteDesk followed = desk;
        if (followed != null) {
            followed.close();
        }
        OwnRules before = own;
        if (before != null) {
            before.close();
        }
    }

    /// Ends it all, and waits for that.
    @Override
    public void close() {
        closed.countDown();
        try {
            looking.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
