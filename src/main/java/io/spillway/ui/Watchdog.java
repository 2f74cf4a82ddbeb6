package io.spillway.ui;

import io.spillway.desk.Picture;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import org.jspecify.annotations.Nullable;

/// Notices that no new Picture comes, so that an old one is not taken for new.
final class Watchdog {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int INTERVALS = 5;

    private @Nullable Timeline timeline;
    private long last = System.nanoTime();
    private Duration patience = PATIENCE;

    /// @param silent told once a second for how long nothing came; zero while Pictures come
    void begin(Consumer<Duration> silent) {
        last = System.nanoTime();
        Timeline made =
                new Timeline(
                        new KeyFrame(
                                javafx.util.Duration.seconds(1),
                                _ -> silent.accept(silence(System.nanoTime()))));
        made.setCycleCount(Animation.INDEFINITE);
        made.play();
        timeline = made;
    }

    /// A Picture came.
    void fed(Picture picture) {
        last = System.nanoTime();
        Picture.Practice practice = picture.practice();
        double speed = practice == null ? 1 : Math.max(practice.speed(), 1e-3);
        Duration allowed =
                Duration.ofMillis(Math.round(picture.interval().toMillis() * INTERVALS / speed));
        patience = allowed.compareTo(PATIENCE) > 0 ? allowed : PATIENCE;
    }

    /// For how long nothing came, zero while that is no longer than it may take.
    Duration silence(long nanoTime) {
        Duration since = Duration.ofNanos(nanoTime - last);
        return since.compareTo(patience) > 0 ? since : Duration.ZERO;
    }

    void end() {
        if (timeline != null) {
            timeline.stop();
        }
    }
}
