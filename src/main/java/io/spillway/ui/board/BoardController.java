package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.ui.alarms.AlarmStripController;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Stages;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.why.WhyController;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/// The Board: what one look must answer.
public final class BoardController implements PictureView, Themed {
    private static final double LISTS = 0.28;
    private static final double LISTS_BESIDE_ALARMS = 0.19;
    private static final double ALARMS = 0.29;
    private static final double RELIEF = 0.36;
    private static final double RELIEF_BESIDE_ALARMS = 0.26;
    private static final double RELIEF_LOW = 0.2;
    private static final double LOW = 800;

    private final Stages stages = new Stages();

    @FXML private GridPane root;
    @FXML private RowConstraints middle;
    @FXML private RowConstraints bottom;
    @FXML private Region relief;
    @FXML private Region why;
    @FXML private Region sources;
    @FXML private PlotsController plotsController;
    @FXML private FleetController fleetController;
    @FXML private ReliefController reliefController;
    @FXML private ActionsController actionsController;
    @FXML private SourcesController sourcesController;
    @FXML private WhyController whyController;
    @FXML private AlarmStripController alarmsController;

    @FXML
    void initialize() {
        // Lists take what they need, up to a share of the height; plots and cells take the rest.
        room(LISTS, RELIEF);
        bottom.setMinHeight(Region.USE_PREF_SIZE);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        root.heightProperty().subscribe(h -> alarmsController.room(h.doubleValue() * ALARMS));
    }

    private void typed(KeyEvent key) {
        if (key.getCharacter().equals("/") && !(key.getTarget() instanceof TextInputControl)) {
            fleetController.find();
            key.consume();
        }
    }

    private void room(double lists, double cards) {
        middle.maxHeightProperty().bind(root.heightProperty().multiply(lists));
        relief.maxHeightProperty().bind(root.heightProperty().multiply(cards));
    }

    @Override
    public void show(Picture picture) {
        if (picture.alarms().lines().isEmpty()) {
            room(LISTS, RELIEF);
        } else {
            boolean low = root.getHeight() < LOW;
            room(LISTS_BESIDE_ALARMS, low ? RELIEF_LOW : RELIEF_BESIDE_ALARMS);
        }
        stages.play(
                root,
                List.of(
                        () -> alarmsController.show(picture),
                        () -> plotsController.show(picture),
                        () -> fleetController.show(picture),
                        () -> {
                            reliefController.show(picture);
                            actionsController.show(picture);
                            showCorner(picture);
                        },
                        () -> alarmsController.rehearse(picture)));
    }

    /// Why takes the place of the sources, unless one of them is dead.
    private void showCorner(Picture picture) {
        boolean speaks = WhyController.speaks(picture);
        boolean dead = picture.sources().stream().anyMatch(s -> !s.ok());
        Shown.when(speaks, why);
        Shown.when(!speaks || dead, sources);
        whyController.show(picture);
        sourcesController.show(picture);
    }

    @Override
    public void dress(Tokens tokens) {
        plotsController.dress(tokens);
        fleetController.dress(tokens);
    }
}
