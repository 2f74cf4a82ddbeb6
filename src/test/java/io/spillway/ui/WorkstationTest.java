package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarms;
import io.spillway.alarm.Ring;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.sound.Loudness;
import io.spillway.ui.sound.LoudnessStore;
import io.spillway.ui.sound.Sounds;
import io.spillway.ui.sound.Workstation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class WorkstationTest {
    private static final class Muted implements LoudnessStore {
        @Override
        public Loudness load() {
            return Loudness.USUAL.muted(true);
        }

        @Override
        public void save(Loudness loudness) {}
    }

    private static Picture ringing() {
        Alarms a = SampleAlarms.few();
        return SampleAlarms.picture(
                new Alarms(
                        a.lines(),
                        a.flood(),
                        a.aside(),
                        a.pending(),
                        a.recent(),
                        a.figures(),
                        new Ring(Ring.Pattern.HIGH, 1),
                        a.rules()));
    }

    @Test
    void whatADeskSaidBeforeItWasLeftIsNotHeard() {
        FxDispatcher dispatcher = new FxDispatcher();
        Sounds sounds = new Sounds(dispatcher, new Muted());
        ScriptedDesk left = new ScriptedDesk(SampleAlarms.picture(SampleAlarms.calm()));
        ScriptedDesk now = new ScriptedDesk(SampleAlarms.picture(SampleAlarms.calm()));
        try (Workstation here = new Workstation("ops@desk-1", sounds, (title, text) -> {})) {
            FxToolkit.onFx(() -> {
                here.follow(left, dispatcher);
                left.publish(ringing());
                here.follow(now, dispatcher);
            });
            assertThat(FxToolkit.onFx(sounds::ringing)).isEqualTo(Ring.Pattern.NONE);
            FxToolkit.onFx(() -> now.publish(ringing()));
            assertThat(FxToolkit.onFx(sounds::ringing)).isEqualTo(Ring.Pattern.HIGH);
        }
    }
}
