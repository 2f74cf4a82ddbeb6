package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Alarms;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The alarms at the bottom of the Board: what asks for an answer now, and the way to give it.
/// Where nothing does, it is one quiet line.
public final class AlarmStripController implements PictureView {
    private static final PseudoClass ASKING = PseudoClass.getPseudoClass("asking");
    private static final double ROW = 33;
    private static final double HEADER = 30;
    private static final double MORE = 30;
    private static final double NARROW = 1400;
    private static final int DO = 8;
    private static final int ACTS = 9;

    private final AlarmsModel model = new AlarmsModel();
    private final Flash flash;
    private final AlarmActs acts;
    private final Navigator navigator;

    @FXML private VBox root;
    @FXML private Label summary;
    @FXML private Label answer;
    @FXML private Label lately;
    @FXML private Button acknowledgeVisible;
    @FXML private HBox head;
    @FXML private HBox body;
    @FXML private Button more;
    @FXML private TableView<AlarmLine> table;
    @FXML private Node form;
    @FXML private AsideFormController formController;

    private @Nullable AlarmTable rows;
    private @Nullable StripWords words;
    private List<Alarm> seen = List.of();
    private boolean rehearsed;
    private double most = Double.MAX_VALUE;

    /// @param acts sends what operators do
    /// @param navigator leads to the Alarms screen
    public AlarmStripController(AlarmActs acts, Navigator navigator, Motion motion) {
        flash = new Flash(motion);
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        AlarmTable made = new AlarmTable(table, model);
        rows = made;
        made.setUp(flash, () -> {});
        table.maxHeightProperty().unbind();
        made.holdUnder(root);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Bindings.size(model.rows()).subscribe(_ -> fit());
        column(DO).setCellFactory(_ -> new Response());
        column(ACTS).setCellFactory(_ -> new ActCell(this::acknowledge, this::shelve));
        for (int i : List.of(DO, ACTS)) {
            column(i).setCellValueFactory(line -> line.getValue().rowProperty());
            column(i).setSortable(false);
            column(i).setReorderable(false);
        }
        table.widthProperty()
                .subscribe(width -> column(DO).setVisible(width.doubleValue() >= NARROW));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        answer.textProperty().bind(acts.answerProperty());
        // What counts is what was drawn when the button went down, not what is when it comes up.
        acknowledgeVisible.armedProperty().subscribe(armed -> seen = armed ? made.drawn() : seen);
        form.visibleProperty().subscribe(open -> root.pseudoClassStateChanged(ASKING, open));
    }

    /// Gives the strip so much height at most; it takes whole rows of it, and says how many more
    /// there are.
    public void room(double height) {
        most = height;
        fit();
    }

    private void fit() {
        int size = model.rows().size();
        double rest = most - head.prefHeight(-1) - HEADER - 1;
        boolean all = size <= Math.floor(rest / ROW);
        int whole = all ? size : Math.max(1, (int) ((rest - MORE) / ROW));
        double height = whole * ROW + HEADER + 1;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        more.setText(Words.of("alarms.more", size - whole));
        Shown.when(!all, more);
    }

    @FXML
    void showAll() {
        navigator.show(Screen.ALARMS);
    }

    @SuppressWarnings("unchecked")
    private TableColumn<AlarmLine, AlarmRow> column(int place) {
        return (TableColumn<AlarmLine, AlarmRow>) table.getColumns().get(place);
    }

    private AlarmTable rows() {
        AlarmTable made = rows;
        if (made == null) {
            throw new IllegalStateException("The strip is not set up");
        }
        return made;
    }

    @Override
    public void show(Picture picture) {
        acts.show(picture);
        Alarms all = picture.alarms();
        StripWords said = new StripWords(picture);
        words = said;
        rows().keep(() -> model.show(picture.withAlarms(listedOnly(all))));
        flash.show(all.unacknowledged() > 0);
        String below =
                model.below() == 0 ? "" : " · " + Words.of("alarms.more-below", model.below());
        summary.setText(said.summary() + below);
        lately.setText(said.lately());
        acknowledgeVisible.setDisable(all.unacknowledged() == 0);
        Shown.when(!model.rows().isEmpty(), acknowledgeVisible);
        Shown.when(!model.rows().isEmpty(), table);
        Shown.when(!model.rows().isEmpty() || form.isVisible(), body);
    }

    /// Builds what the first alarm needs while there is none: a table's first row takes longer to
    /// make than all else that an alarm brings. Nothing of it is ever painted.
    public void rehearse(Picture picture) {
        boolean open = root.getScene() != null && root.getScene().getWindow() != null;
        if (rehearsed || !open || !model.rows().isEmpty() || picture.alarms().rules().isEmpty()) {
            return;
        }
        rehearsed = true;
        model.rows().add(AlarmLine.sample(picture.alarms().rules().getFirst()));
        Shown.when(true, table);
        Shown.when(true, body);
        root.applyCss();
        root.layout();
        model.rows().clear();
        Shown.when(false, table);
        Shown.when(form.isVisible(), body);
    }

    /// What is only on its way in asks nothing of anybody yet: it is listed on its own screen.
    private static Alarms listedOnly(Alarms all) {
        return new Alarms(
                all.lines(),
                all.flood(),
                List.of(),
                List.of(),
                List.of(),
                all.figures(),
                all.ring(),
                all.rules());
    }

    @FXML
    void acknowledgeVisible() {
        List<Alarm> drawn = seen.isEmpty() ? rows().drawn() : seen;
        seen = List.of();
        acts.acknowledge(AlarmActs.ids(drawn));
    }

    private void acknowledge(AlarmRow row) {
        acts.acknowledge(AlarmActs.ids(asking(row.all())));
    }

    private static List<Alarm> asking(List<Alarm> alarms) {
        return alarms.stream().filter(a -> a.state().unacknowledged()).toList();
    }

    private void shelve(AlarmRow row) {
        formController.shelve(row.all());
    }

    private void key(KeyEvent key) {
        boolean plain = !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
        if (!plain || (key.getTarget() instanceof TextInputControl && !escapes(key))) {
            return;
        }
        switch (key.getCode()) {
            case A -> acts.acknowledge(AlarmActs.ids(asking(rows().selected())));
            case S -> shelveSelected();
            case ENTER -> {
                if (!table.isFocused()) {
                    return;
                }
                navigator.show(Screen.ALARMS);
            }
            case ESCAPE -> {
                if (!formController.isOpen()) {
                    return;
                }
                formController.close();
                table.requestFocus();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private static boolean escapes(KeyEvent key) {
        return key.getCode() == javafx.scene.input.KeyCode.ESCAPE;
    }

    private void shelveSelected() {
        List<Alarm> selected = rows().selected();
        if (!selected.isEmpty()) {
            formController.shelve(selected);
        }
    }

    /// What to do about it first; in full where the pointer rests.
    private final class Response extends TableCell<AlarmLine, AlarmRow> {
        private final Tooltip full = new Tooltip();

        @Override
        protected void updateItem(@Nullable AlarmRow row, boolean empty) {
            super.updateItem(row, empty);
            StripWords said = words;
            if (empty || row == null || said == null) {
                setText(null);
                setTooltip(null);
            } else {
                String response = said.response(row.alarm());
                setText(StripWords.brief(response));
                full.setText(response);
                setTooltip(full);
            }
        }
    }
}
