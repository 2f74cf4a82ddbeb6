package io.spillway.app.wall;

import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.WallRequest;
import io.spillway.app.config.Config;
import io.spillway.ui.kit.FxDispatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One life of a wall, in its own process.
public final class WallRun {
    /// The exit code of a wall that is to begin anew at once: another configuration, other screens.
    public static final int ANEW = 75;

    private static final Logger LOG = LoggerFactory.getLogger(WallRun.class);
    private static final Duration CONFIG = Duration.ofSeconds(30);

    private final WallRequest request;
    private final InstantSource clock;
    private final FxDispatcher dispatcher = new FxDispatcher();
    private final CompletableFuture<Integer> over = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param clock real time
    public WallRun(WallRequest request, InstantSource clock) {
        this.request = request;
        this.clock = clock;
    }

    /// Shows the wall until it is over or this thread is interrupted. The toolkit must run.
    ///
    /// @param speak is told the language of the configuration, on the FX thread
    /// @return the exit code
    public int run(Consumer<Locale> speak) {
        WallConfig source = source();
        Config config = source == null ? null : source.load();
        WallWindows windows = new WallWindows(clock, request.beat(), over::complete);
        Locale language = config == null ? null : config.language();
        try (Awake _ =
                        new Awake(
                                System.getProperty("os.name", ""),
                                Objects.requireNonNullElse(System.getenv("PATH"), ""));
                Feed feed = feed(config, windows)) {
            dispatcher.execute(() -> {
                if (language != null) {
                    speak.accept(language);
                }
                windows.open(request.programme(), request.screens(), request.at());
                feed.start();
            });
            Thread.ofPlatform().daemon().name("wall-parent").start(this::followParent);
            if (source != null) {
                Thread.ofVirtual().name("wall-config").start(() -> followConfig(source));
            }
            return over.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            ended.countDown();
        }
    }

    private @Nullable WallConfig source() {
        String named = request.source();
        Path folder = request.state().resolve("wall");
        return named == null ? null : new WallConfig(named, request.secrets(), folder);
    }

    private Feed feed(@Nullable Config config, WallWindows windows) {
        PracticeSpec practice = request.practice();
        Path state = request.state();
        return new Feed(
                state,
                config,
                shown ->
                        practice == null
                                ? OwnRules.of(config, state, clock, shown)
                                : OwnRules.practice(practice, state, shown),
                dispatcher.latest(windows::show));
    }

    /// A wall does not outlive the process that watches over it.
    private void followParent() {
        try {
            while (request.parent().read() >= 0) {
                // Nothing that is said there means anything to a wall.
            }
        } catch (IOException e) {
            LOG.debug("The parent's end of the pipe failed", e);
        }
        over.complete(0);
    }

    private void followConfig(WallConfig source) {
        try {
            while (!ended.await(CONFIG.toMillis(), TimeUnit.MILLISECONDS)) {
                if (source.renew()) {
                    LOG.info("The configuration is another: the wall begins anew");
                    over.complete(ANEW);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
