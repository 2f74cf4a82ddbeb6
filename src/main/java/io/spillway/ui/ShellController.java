package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.CourseWords;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import io.spillway.ui.sound.SoundController;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What surrounds every screen: header, rail, the mark of practice, notices, and the sheets that
/// open over it.
public final class ShellController implements PictureView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass BLIND = PseudoClass.getPseudoClass("blind");
    private static final double COMPACT_BELOW = 1600;
    private static final int MOST_NOTICES = 3;

    @FXML private VBox root;
    @FXML private HeaderController headerController;
    @FXML private RailController railController;
    @FXML private HBox practice;
    @FXML private Label practiceWhat;
    @FXML private VBox emergencies;
    @FXML private Label stalled;
    @FXML private Label leaving;
    @FXML private Label told;
    @FXML private VBox notices;
    @FXML private HBox body;
    @FXML private StackPane content;
    @FXML private StackPane overlay;

    private Rows<String> emergencyRows = new Rows<>(new VBox(), Notice::new);
    private Rows<String> noticeRows = new Rows<>(new VBox(), Notice::new);

    @FXML
    void initialize() {
        emergencyRows = new Rows<>(emergencies, Notice::new);
        noticeRows = new Rows<>(notices, Notice::new);
        Shown.when(false, stalled);
        Shown.when(false, leaving);
        Shown.when(false, told);
        root.widthProperty()
                .subscribe(width ->
                        root.pseudoClassStateChanged(COMPACT, width.doubleValue() < COMPACT_BELOW));
    }

    Region root() {
        return root;
    }

    /// The loudspeaker in the header.
    SoundController sound() {
        return headerController.sound();
    }

    /// Puts a screen into the frame.
    void show(Screen screen, Node node) {
        railController.mark(screen);
        content.getChildren().setAll(node);
    }

    @Override
    public void show(Picture picture) {
        headerController.show(picture);
        railController.show(picture.alarms());
        Picture.Practice what = picture.practice();
        Shown.when(what != null, practice);
        if (what != null) {
            practiceWhat.setText(
                    Words.of("shell.practice-what", what.scenario(), speed(what.speed())));
        }
        List<String> loud = emergencies(picture);
        emergencyRows.show(few(loud));
        Shown.when(!loud.isEmpty(), emergencies);
        Shown.when(!picture.notices().isEmpty(), notices);
        // Whoever is blind must not overlook why, such as that the desk is gone.
        notices.pseudoClassStateChanged(BLIND, picture.state() == Picture.State.BLIND);
        noticeRows.show(few(picture.notices()));
    }

    /// Acts in force that were allowed by nobody but an override.
    private static List<String> emergencies(Picture picture) {
        return picture.leases().stream()
                .filter(CourseWords::emergency)
                .map(l ->
                        Words.of(
                                "shell.emergency",
                                PlanWords.what(l),
                                Format.clock(l.since()),
                                l.course().consent()))
                .toList();
    }

    private static List<String> few(List<String> all) {
        if (all.size() <= MOST_NOTICES) {
            return all;
        }
        List<String> few = new ArrayList<>(all.subList(0, MOST_NOTICES - 1));
        few.add(Words.of("shell.more-notices", all.size() - few.size()));
        return few;
    }

    private static String speed(double speed) {
        return speed == Math.rint(speed)
                ? Long.toString((long) speed)
                : String.format(Locale.ROOT, "%.1f", speed);
    }

    /// Says that the desk has published nothing for so long; zero ends that.
    void silent(Duration since) {
        Shown.when(!since.isZero(), stalled);
        stalled.setText(Words.of("shell.stalled", Format.span(since)));
    }

    /// Asks for a second press before so many acts in force are left to nobody; zero ends that.
    void leaving(long acts) {
        Shown.when(acts > 0, leaving);
        leaving.setText(Words.of("shell.leaving", acts));
    }

    /// Says a sentence; an empty one ends that.
    void tell(String sentence) {
        Shown.when(!sentence.isEmpty(), told);
        told.setText(sentence);
    }

    /// Opens a sheet over everything that is open; what lies below takes no input.
    void open(Node sheet) {
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(_ -> close());
        StackPane layer = new StackPane(scrim, sheet);
        Node before = root.getScene() == null ? null : root.getScene().getFocusOwner();
        layer.setUserData(before);
        layer.getStyleClass().add("layer");
        top().setDisable(true);
        overlay.getChildren().add(layer);
    }

    /// Closes the topmost sheet.
    ///
    /// @return the sheet closed; null if none was open
    @Nullable Node close() {
        if (overlay.getChildren().isEmpty()) {
            return null;
        }
        StackPane layer = (StackPane) overlay.getChildren().removeLast();
        top().setDisable(false);
        if (layer.getUserData() instanceof Node before) {
            before.requestFocus();
        }
        return layer.getChildren().removeLast();
    }

    /// The topmost sheet; null if none is open.
    @Nullable Node front() {
        return overlay.getChildren().isEmpty()
                ? null
                : ((StackPane) overlay.getChildren().getLast()).getChildren().getLast();
    }

    /// How many sheets are open.
    int openSheets() {
        return overlay.getChildren().size();
    }

    /// True while the sheet is open.
    boolean isOpen(Node sheet) {
        return overlay.getChildren().stream()
                .anyMatch(layer -> ((StackPane) layer).getChildren().contains(sheet));
    }

    private Node top() {
        return overlay.getChildren().isEmpty() ? body : overlay.getChildren().getLast();
    }

    private static final class Notice implements RowView<String> {
        private final Label label = new Label();

        Notice() {
            label.getStyleClass().add("notice");
            label.setWrapText(true);
            label.setGraphic(new FontIcon("mdi2a-alert-circle-outline"));
            label.setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        public Node node() {
            return label;
        }

        @Override
        public void show(String item) {
            label.setText(item);
        }
    }
}
