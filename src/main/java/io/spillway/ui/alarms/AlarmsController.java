package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Stages;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// The Alarms screen: pages of the list, what was put aside, history, figures and rules, and beside
/// them the pane of one alarm. Where the window is narrow the pane opens over the list.
public final class AlarmsController implements PictureView, Themed {
    private static final double WIDE = 1700;
    private static final double GAP = 10;

    private final AlarmsModel model = new AlarmsModel();
    private final Flash flash;
    private final Stages stages = new Stages();
    private final AlarmActs acts;

    @FXML private StackPane root;
    @FXML private Region main;
    @FXML private SegmentedButton tabs;
    @FXML private CustomTextField search;
    @FXML private Label summary;
    @FXML private Label answer;
    @FXML private Button acknowledgeVisible;
    @FXML private Node list;
    @FXML private TableView<AlarmLine> table;
    @FXML private Label nothing;
    @FXML private Node rates;
    @FXML private RatesController ratesController;
    @FXML private Node history;
    @FXML private HistoryController historyController;
    @FXML private Node figures;
    @FXML private FiguresController figuresController;
    @FXML private Node rules;
    @FXML private RulesController rulesController;
    @FXML private Region pane;
    @FXML private AlarmPaneController paneController;

    private @Nullable AlarmTable rows;
    private @Nullable Picture last;
    private AlarmsPage page = AlarmsPage.ACTIVE;
    private List<Alarm> seen = List.of();
    private boolean opened;
    private boolean begun;

    /// @param acts sends what operators do
    public AlarmsController(AlarmActs acts, Motion motion) {
        this.acts = acts;
        flash = new Flash(motion);
    }

    @FXML
    void initialize() {
        AlarmTable made = new AlarmTable(table, model);
        rows = made;
        made.setUp(flash, this::chosen);
        made.holdUnder(main);
        paneController.flash(flash);
        paneController.closes(this::closePane);
        search.textProperty().subscribe(this::look);
        root.widthProperty().subscribe(_ -> fit());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        table.setOnMouseClicked(_ -> open());
        answer.textProperty().bind(acts.answerProperty());
        // What counts is what was drawn when the button went down, not what is when it comes up.
        acknowledgeVisible.armedProperty().subscribe(armed -> seen = armed ? made.drawn() : seen);
        List<ToggleButton> buttons = tabs.getButtons();
        for (AlarmsPage each : AlarmsPage.values()) {
            ToggleButton button = buttons.get(each.ordinal());
            button.setToggleGroup(tabs.getToggleGroup());
            button.setOnAction(_ -> {
                button.setSelected(true);
                turn(each);
            });
        }
        turn(AlarmsPage.ACTIVE);
    }

    private AlarmTable rows() {
        AlarmTable made = rows;
        if (made == null) {
            throw new IllegalStateException("The screen is not set up");
        }
        return made;
    }

    private void turn(AlarmsPage next) {
        page = next;
        Shown.when(page.listed(), list);
        Shown.when(page == AlarmsPage.ACTIVE, rates);
        Shown.when(page == AlarmsPage.ACTIVE, acknowledgeVisible);
        Shown.when(page == AlarmsPage.HISTORY, history);
        Shown.when(page == AlarmsPage.FIGURES, figures);
        Shown.when(page == AlarmsPage.RULES, rules);
        Shown.when(page.searched(), search);
        if (page.listed()) {
            rows().keep(() -> model.aside(page == AlarmsPage.SHELVED));
        }
        fit();
        if (last != null) {
            show(last);
        }
        if (page == AlarmsPage.HISTORY) {
            historyController.ask();
        }
    }

    /// Gives the pane its place: beside the list where there is room, else over it once asked for.
    private void fit() {
        boolean wide = root.getWidth() >= WIDE;
        boolean beside = wide && page.listed();
        Shown.when(beside || (opened && page.listed()), pane);
        paneController.over(!beside);
        double room = beside ? pane.minWidth(-1) + GAP : 0;
        StackPane.setMargin(main, new Insets(0, room, 0, 0));
    }

    private void look(String text) {
        rows().keep(() -> model.search(text));
        historyController.search(text, page == AlarmsPage.HISTORY);
    }

    @Override
    public void show(Picture picture) {
        last = picture;
        acts.show(picture);
        historyController.show(picture);
        Alarms alarms = picture.alarms();
        name(alarms);
        flash.show(alarms.unacknowledged() > 0 && page.listed());
        switch (page) {
            case ACTIVE, SHELVED -> {
                rows().keep(() -> model.show(picture));
                stages.play(
                        root,
                        List.of(
                                () -> {},
                                this::begin,
                                () -> paneController.show(picture),
                                () -> paneController.draw(picture),
                                () -> ratesController.show(alarms.figures())));
            }
            case FIGURES -> figuresController.show(picture);
            case RULES -> rulesController.show(picture);
            case HISTORY -> {}
        }
    }

    private void begin() {
        if (!begun && !model.rows().isEmpty()) {
            begun = true;
            rows().selectFirst();
        }
    }

    private void name(Alarms alarms) {
        AlarmsWords words = new AlarmsWords(alarms);
        tabs.getButtons().get(0).setText(Words.of("alarms.count-active", alarms.active()));
        tabs.getButtons()
                .get(1)
                .setText(Words.of("alarms.count-shelved", alarms.aside(AlarmState.SHELVED)));
        boolean away = page == AlarmsPage.SHELVED;
        String below =
                model.below() == 0 ? "" : Words.of("alarms.more-below", model.below()) + " · ";
        summary.setText(below + (away ? words.aside() : words.summary()));
        nothing.setText(away ? Words.of("alarms.nothing-aside") : words.nothing());
        acknowledgeVisible.setDisable(alarms.unacknowledged() == 0);
    }

    private void chosen() {
        Picture picture = last;
        if (picture != null) {
            AlarmRow lead = rows().lead();
            paneController.choose(lead == null ? null : lead.alarm(), rows().selected(), picture);
        }
    }

    /// Opens the pane on the row looked at.
    private void open() {
        AlarmRow lead = rows().lead();
        if (lead != null) {
            chosen();
            opened = true;
            fit();
        }
    }

    /// The rule of the row looked at; empty where none is.
    public String rule() {
        AlarmRow lead = page.listed() ? rows().lead() : null;
        return lead == null ? "" : lead.alarm().rule().name();
    }

    @FXML
    void acknowledgeVisible() {
        List<Alarm> drawn = seen.isEmpty() ? rows().drawn() : seen;
        seen = List.of();
        acts.acknowledge(AlarmActs.ids(drawn));
    }

    private void closePane() {
        opened = false;
        fit();
        table.requestFocus();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            escape(key);
        } else if (key.getCode() == KeyCode.ENTER && mayAct(key)) {
            open();
            paneController.focus();
            key.consume();
        }
    }

    /// Letters act when typed, not when pressed: else the letter would land in the form it opens.
    private void typed(KeyEvent key) {
        if (!mayAct(key)) {
            return;
        }
        switch (key.getCharacter().toLowerCase(Locale.ROOT)) {
            case "a" -> acts.acknowledge(AlarmActs.ids(asking()));
            case "s" -> {
                open();
                paneController.shelve();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private boolean mayAct(KeyEvent key) {
        boolean plain = !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
        return page.listed() && plain && !(key.getTarget() instanceof TextInputControl);
    }

    private List<Alarm> asking() {
        return rows().selected().stream().filter(a -> a.state().unacknowledged()).toList();
    }

    private void escape(KeyEvent key) {
        if (paneController.closeForm()) {
            table.requestFocus();
            key.consume();
        } else if (opened) {
            closePane();
            key.consume();
        } else if (!search.getText().isEmpty()) {
            search.clear();
            key.consume();
        }
    }

    @Override
    public void dress(Tokens tokens) {
        paneController.dress(tokens);
    }
}
