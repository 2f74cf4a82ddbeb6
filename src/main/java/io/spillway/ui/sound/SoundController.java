package io.spillway.ui.sound;

import io.spillway.alarm.Ring;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The loudspeaker in the header: whether alarms can be heard here, mute, volume and the test. A
/// console without sound shows none.
public final class SoundController {
    private static final PseudoClass DEAF = PseudoClass.getPseudoClass("deaf");

    private final Runnable silence;
    private final Tooltip tooltip = new Tooltip();
    private final Slider volume = new Slider(0, 100, Loudness.USUAL.volume());
    private final Label level = new Label();

    @FXML private Button root;
    @FXML private FontIcon icon;

    private @Nullable Sounds sounds;
    private Subscription news = Subscription.EMPTY;
    private String said = "";

    /// @param silence silences what rings, at every workstation
    public SoundController(Runnable silence) {
        this.silence = silence;
    }

    @FXML
    void initialize() {
        Shown.when(false, root);
        root.setTooltip(tooltip);
        root.setContextMenu(menu());
        volume.setAccessibleText(Words.of("sound.volume"));
        volume.valueProperty().subscribe(value -> turn(value.intValue()));
    }

    private ContextMenu menu() {
        VBox box = new VBox(level, volume);
        box.getStyleClass().add("volume");
        CustomMenuItem first = new CustomMenuItem(box, false);
        MenuItem test = new MenuItem(Words.of("sound.test"));
        test.setOnAction(_ -> test());
        MenuItem quiet = new MenuItem(Words.of("sound.silence"));
        quiet.setOnAction(_ -> silence());
        return new ContextMenu(first, new SeparatorMenuItem(), quiet, test);
    }

    /// Shows this workstation's sound from now on.
    public void hear(Sounds made) {
        news.unsubscribe();
        sounds = made;
        Shown.when(true, root);
        volume.setValue(made.loudnessProperty().get().volume());
        news =
                made.troubleProperty()
                        .subscribe(_ -> refresh(made))
                        .and(made.loudnessProperty().subscribe(_ -> refresh(made)));
    }

    /// Whether this console has sound.
    public boolean heard() {
        return sounds != null;
    }

    /// The window is gone: shows no sound any more.
    public void deafen() {
        news.unsubscribe();
        news = Subscription.EMPTY;
        sounds = null;
    }

    /// Silences what rings, at every workstation; nothing is acknowledged by it.
    public void silence() {
        silence.run();
    }

    /// Plays every sound once and says what became of it.
    public void test() {
        if (sounds != null) {
            Sounds made = sounds;
            say(made, Words.of("sound.testing"));
            made.test(words -> say(made, words));
        }
    }

    private void say(Sounds made, String words) {
        said = words;
        refresh(made);
    }

    private void turn(int to) {
        if (sounds != null && sounds.loudnessProperty().get().volume() != to) {
            sounds.set(sounds.loudnessProperty().get().volume(to));
        }
    }

    /// Mutes, or ends that.
    @FXML
    public void mute() {
        if (sounds != null) {
            Loudness now = sounds.loudnessProperty().get();
            sounds.set(now.muted(now.audible()));
        }
    }

    private void refresh(Sounds made) {
        Loudness loudness = made.loudnessProperty().get();
        String trouble = made.troubleProperty().get();
        boolean dead = !trouble.isEmpty();
        boolean deaf = dead || !loudness.audible();
        String word =
                dead
                        ? Words.of("sound.no-sound")
                        : loudness.audible() ? "" : Words.of("sound.muted");
        volume.setValue(loudness.volume());
        level.setText(Words.of("sound.volume-at", loudness.volume()));
        icon.setIconLiteral(
                deaf
                        ? "mdi2v-volume-off"
                        : made.ringing() == Ring.Pattern.NONE
                                ? "mdi2v-volume-medium"
                                : "mdi2v-volume-high");
        boolean testing = said.equals(Words.of("sound.testing"));
        root.setText(testing && !dead ? said : word);
        root.pseudoClassStateChanged(DEAF, deaf);
        root.setAccessibleText(
                dead
                        ? Words.of("sound.no-sound-why", trouble)
                        : Words.of(deaf ? "sound.is-muted" : "sound.is-on"));
        String help = Words.of(loudness.audible() ? "sound.help-mute" : "sound.help-unmute");
        String more = said.isEmpty() || testing || said.equals(trouble) ? "" : said + "\n";
        tooltip.setText((dead ? trouble + "\n" : "") + more + help);
    }

    /// To be called with each Picture: shows that it rings.
    public void refresh() {
        if (sounds != null) {
            refresh(sounds);
        }
    }
}
