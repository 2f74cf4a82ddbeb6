package io.spillway.ui.setup;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.Fit;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Viewer;
import io.spillway.ui.kit.Words;
import io.spillway.ui.sound.SoundController;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who may act, what this window wears, how it sounds, and what can be read on the wall.
public final class RoomController {
    private static final double ARC_MINUTES = 16;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final SetupFacts facts;

    @FXML private Label anybody;
    @FXML private VBox people;
    @FXML private ToggleButton night;
    @FXML private ToggleButton day;
    @FXML private Node sound;
    @FXML private TextField metres;
    @FXML private TextField inches;
    @FXML private Label fits;

    private Runnable change = () -> {};
    private Theme worn = Theme.NIGHT;
    private @Nullable SoundController speaker;

    /// @param facts who may act
    public RoomController(SetupFacts facts) {
        this.facts = facts;
    }

    @FXML
    void initialize() {
        Shown.when(facts.people().isEmpty(), anybody);
        facts.people().forEach(person -> people.getChildren().add(row(person)));
        metres.setText(text(Viewer.USUAL.metres()));
        inches.setText(text(Viewer.USUAL.inches()));
        metres.textProperty().subscribe(this::measure);
        inches.textProperty().subscribe(this::measure);
        measure();
    }

    private static Node row(SetupFacts.Person person) {
        Label name = Cells.label("person");
        name.setText(person.name());
        Label role = Cells.label("mute");
        role.setText(Words.of("setup.role-" + person.role()));
        HBox row = new HBox(name, role);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("cells");
        return row;
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// Shows what the window wears.
    ///
    /// @param other changes it
    /// @param loudspeaker of this workstation
    public void dress(Theme theme, Runnable other, SoundController loudspeaker) {
        change = other;
        speaker = loudspeaker;
        worn = theme;
        mark();
        Shown.when(loudspeaker.heard(), sound);
    }

    private void mark() {
        night.setSelected(worn == Theme.NIGHT);
        day.setSelected(worn == Theme.DAY);
    }

    @FXML
    void change() {
        if (night.isSelected() != (worn == Theme.NIGHT)) {
            change.run();
        }
        mark();
    }

    @FXML
    void mute() {
        if (speaker != null) {
            speaker.mute();
        }
    }

    @FXML
    void test() {
        if (speaker != null) {
            speaker.test();
        }
    }

    private void measure() {
        double far = number(metres.getText());
        double wide = number(inches.getText());
        if (!(far > 0 && wide > 0)) {
            fits.setText(Words.of("setup.wall-numbers"));
            return;
        }
        Viewer viewer = new Viewer(far, wide);
        long capital = Math.round(1000 * far * Math.tan(Math.toRadians(ARC_MINUTES / 60)));
        Fit fit = Fit.of(viewer, WIDTH, HEIGHT);
        fits.setText(
                Words.of(
                        fit.enough() ? "setup.wall-fits" : "setup.wall-too-small",
                        capital,
                        fit.type(),
                        text(far),
                        text(wide)));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.').toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
