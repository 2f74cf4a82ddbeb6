package io.spillway.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.Ring;
import io.spillway.alarm.Ring.Pattern;
import io.spillway.desk.Command;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoundTest {
    private static final List<Pattern> ALL =
            List.of(Pattern.LOW, Pattern.MEDIUM, Pattern.HIGH, Pattern.BLIND);
    private static final String NONE = "No alarm can be heard: there is no audio device.";

    private final FakeSink sink = new FakeSink();
    private final AtomicReference<Loudness> kept = new AtomicReference<>(Loudness.USUAL);
    private final Sounds sounds =
            new Sounds(
                    sink,
                    Runnable::run,
                    new LoudnessStore() {
                        @Override
                        public Loudness load() {
                            return kept.get();
                        }

                        @Override
                        public void save(Loudness loudness) {
                            kept.set(loudness);
                        }
                    },
                    Duration.ofMillis(20),
                    Duration.ofMillis(20));

    @AfterEach
    void close() {
        sink.listen(600_000);
        sounds.close();
    }

    private void hear(int millis) {
        sink.listen(millis);
        await().until(sink::full);
    }

    private static long beeps(String heard) {
        return heard.chars().filter(c -> c == '#').count();
    }

    @Test
    void patternsDifferByRhythmAlone() {
        for (Pattern one : ALL) {
            for (Pattern two : ALL) {
                if (one != two) {
                    boolean[] a = Envelopes.rhythm(one, 400);
                    boolean[] b = Envelopes.rhythm(two, 400);
                    int differs = 0;
                    for (int i = 0; i < a.length; i++) {
                        differs += a[i] == b[i] ? 0 : 1;
                    }
                    assertThat(differs).as("%s and %s", one, two).isGreaterThan(60);
                }
            }
        }
    }

    @Test
    void patternsDifferByPitchToo() {
        List<List<Double>> pitches =
                ALL.stream()
                        .map(p -> Tones.of(p).stream().map(Tone::hertz).distinct().toList())
                        .toList();
        assertThat(pitches).doesNotHaveDuplicates();
    }

    @Test
    void edgesAreSoft() {
        byte[] pcm = Synth.samples(Tones.of(Pattern.HIGH), 100);
        assertThat(Envelopes.loudest(pcm, 0, 88)).isLessThan(1_500);
        assertThat(Envelopes.loudest(pcm, 0, pcm.length)).isGreaterThan(20_000);
    }

    @Test
    void repeatsUntilSilencedOrAcknowledged() {
        sounds.ring(new Ring(Pattern.HIGH, 1));
        hear(8_000);
        String heard = sink.heard();
        int again = heard.indexOf("#", heard.length() - 150);
        assertThat(again).as("still heard after four rounds: %s", heard).isPositive();

        sounds.ring(new Ring(Pattern.NONE, 1));
        sink.listen(40);
        await().until(() -> sink.drops() > 0);
        long before = beeps(sink.heard());
        sink.listen(4_000);
        await().during(Duration.ofMillis(100)).until(() -> beeps(sink.heard()) == before);
    }

    @Test
    void aHigherPatternBreaksThrough() {
        sounds.ring(new Ring(Pattern.LOW, 1));
        hear(1_000);
        String low = sink.heard();
        assertThat(low).startsWith("####").endsWith(".....");

        sounds.ring(new Ring(Pattern.HIGH, 2));
        hear(1_200);
        String after = sink.heard().substring(low.length());
        assertThat(after.indexOf('#')).as(after).isBetween(0, 3);
        assertThat(beeps(after)).isGreaterThan(20);
    }

    @Test
    void aSecondAlarmOfTheSamePatternStartsAnew() {
        sounds.ring(new Ring(Pattern.LOW, 1));
        hear(1_000);
        int before = sink.heard().length();
        sounds.ring(new Ring(Pattern.LOW, 1));
        hear(400);
        assertThat(sink.heard().substring(before)).doesNotContain("#");
        sounds.ring(new Ring(Pattern.LOW, 2));
        hear(400);
        assertThat(sink.heard().substring(before + 20)).contains("#####");
    }

    @Test
    void muteAndVolumeAreKept() {
        sounds.set(sounds.loudnessProperty().get().volume(35).muted(true));
        sounds.ring(new Ring(Pattern.HIGH, 1));
        sink.listen(2_000);
        await().during(Duration.ofMillis(100)).until(() -> beeps(sink.heard()) == 0);
        assertThat(kept.get()).isEqualTo(new Loudness(35, true));

        sounds.set(sounds.loudnessProperty().get().muted(false));
        await().until(() -> beeps(sink.heard()) > 5);
        assertThat(new Loudness(0, false).muted(false).audible()).isTrue();
    }

    @Test
    void noDeviceIsShownAndToldAndLookedForAgain() {
        List<Command> told = new CopyOnWriteArrayList<>();
        Workstation here = new Workstation("ops@desk-1", sounds, (title, text) -> {});
        here.tell(told::add);
        sink.trouble(NONE);
        await().until(() -> sounds.troubleProperty().get().equals(NONE));
        sink.trouble("");
        await().until(() -> sounds.troubleProperty().get().isEmpty());
        assertThat(told)
                .containsExactly(
                        new Command.Sound("ops@desk-1", NONE), new Command.Sound("ops@desk-1", ""));
    }

    @Test
    void theTestPlaysEachOnceAndSaysSo() {
        AtomicReference<String> said = new AtomicReference<>("");
        sounds.set(new Loudness(0, true));
        sounds.test(said::set);
        sink.listen(12_000);
        await().until(() -> !said.get().isEmpty());
        assertThat(said.get())
                .startsWith("Played low, medium, high, blind.")
                .endsWith("Alarms are muted here.");
        assertThat(beeps(sink.heard())).isGreaterThan(100);
    }

    @Test
    void anAlarmEndsTheTest() {
        AtomicReference<String> said = new AtomicReference<>("");
        sounds.test(said::set);
        hear(200);
        sounds.ring(new Ring(Pattern.HIGH, 1));
        sink.listen(2_000);
        await().until(() -> said.get().contains("broken off"));
    }

    @Test
    void aTestWithoutDeviceSaysWhatIsWrong() {
        AtomicReference<String> said = new AtomicReference<>("");
        sink.trouble(NONE);
        sounds.test(said::set);
        await().until(() -> said.get().equals(NONE));
    }
}
