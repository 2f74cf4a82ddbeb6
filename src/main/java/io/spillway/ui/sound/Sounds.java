package io.spillway.ui.sound;

import io.spillway.alarm.Ring;
import io.spillway.ui.kit.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The sound of one workstation: what rings, how loud, and whether it can be heard at all. All
/// calls are for the FX thread, and none of them waits.
public final class Sounds implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final List<Ring.Pattern> TESTED =
            List.of(Ring.Pattern.LOW, Ring.Pattern.MEDIUM, Ring.Pattern.HIGH, Ring.Pattern.BLIND);

    private final Player player;
    private final Executor fx;
    private final LoudnessStore store;
    private final ReadOnlyObjectWrapper<Loudness> loudness;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Ring ring = Ring.NONE;

    /// The workstation's loudspeaker.
    ///
    /// @param fx runs tasks on the FX thread
    /// @param store where loudness is kept
    public Sounds(Executor fx, LoudnessStore store) {
        this(new JavaSound(), fx, store, RETRY, LOOK);
    }

    Sounds(AudioSink sink, Executor fx, LoudnessStore store, Duration retry, Duration look) {
        this.fx = fx;
        this.store = store;
        this.loudness = new ReadOnlyObjectWrapper<>(store.load());
        this.player = new Player(sink, this::told, retry, look);
        player.loudness(loudness.get());
    }

    /// Looks whether there is a loudspeaker. On any thread, where it may wait for the system.
    ///
    /// @throws IOException with a sentence for operators if there is none
    public static void check() throws IOException {
        try (AudioSink sink = new JavaSound()) {
            sink.check();
        }
    }

    private void told(String words) {
        fx.execute(() -> trouble.set(words));
    }

    /// Why nothing can be heard; empty while all is well, and until that is known.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// How loud it is.
    public ReadOnlyObjectProperty<Loudness> loudnessProperty() {
        return loudness.getReadOnlyProperty();
    }

    /// Sounds like this from now on.
    public void ring(Ring wanted) {
        ring = wanted;
        player.ring(wanted);
    }

    /// What sounds, or would if it could be heard.
    public Ring.Pattern ringing() {
        return ring.pattern();
    }

    /// Sets how loud it is, and keeps that.
    public void set(Loudness wanted) {
        loudness.set(wanted);
        player.loudness(wanted);
        store.save(wanted);
    }

    /// Plays every sound once, also while muted.
    ///
    /// @param said called with what was done, or with what is wrong
    public void test(Consumer<String> said) {
        List<String> wrong = new ArrayList<>();
        for (Ring.Pattern pattern : TESTED) {
            boolean last = pattern == TESTED.getLast();
            player.once(
                    pattern,
                    trouble ->
                            fx.execute(() -> {
                                wrong.add(trouble);
                                if (last) {
                                    said.accept(outcome(wrong));
                                }
                            }));
        }
    }

    private String outcome(List<String> wrong) {
        String first = wrong.stream().filter(w -> !w.isEmpty()).findFirst().orElse("");
        if (!first.isEmpty()) {
            return first;
        }
        List<String> names =
                TESTED.stream()
                        .map(p -> Words.of("sound.ring-" + p.name().toLowerCase(Locale.ROOT)))
                        .toList();
        return Words.of("sound.played", String.join(", ", names))
                + (loudness.get().audible() ? "" : " " + Words.of("sound.muted-here"));
    }

    /// Ends it.
    @Override
    public void close() {
        player.close();
    }
}
