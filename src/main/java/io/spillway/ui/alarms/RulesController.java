package io.spillway.ui.alarms;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Unit;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Tables;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Every rule, and one of them to be edited: tested on the past first, then saved.
public final class RulesController implements PictureView {
    private final ObservableList<Rule> rules = FXCollections.observableArrayList();
    private final AlarmActs acts;

    @FXML private TableView<Rule> table;
    @FXML private TableColumn<Rule, Rule> mark;
    @FXML private TableColumn<Rule, String> rule;
    @FXML private TableColumn<Rule, String> name;
    @FXML private TableColumn<Rule, String> setAt;
    @FXML private TableColumn<Rule, String> clearAt;
    @FXML private TableColumn<Rule, String> highAt;
    @FXML private TableColumn<Rule, String> onAfter;
    @FXML private TableColumn<Rule, String> offAfter;
    @FXML private TableColumn<Rule, String> again;
    @FXML private Pane editor;
    @FXML private Label title;
    @FXML private Label why;
    @FXML private Pane levels;
    @FXML private TextField set;
    @FXML private TextField clear;
    @FXML private TextField high;
    @FXML private TextField on;
    @FXML private TextField off;
    @FXML private Label setUnit;
    @FXML private Label clearUnit;
    @FXML private Label highUnit;
    @FXML private SegmentedButton priorities;
    @FXML private Label answer;
    @FXML private Button test;
    @FXML private Button save;

    private @Nullable Rule edited;
    private @Nullable Rule tested;

    /// @param acts asks the desk
    public RulesController(AlarmActs acts) {
        this.acts = acts;
    }

    @FXML
    void initialize() {
        Tables.text(rule, RuleWords::title);
        Tables.text(name, Rule::name);
        Tables.text(setAt, r -> level(r, r.limits().set()));
        Tables.text(clearAt, r -> level(r, r.limits().clear()));
        Tables.text(highAt, r -> level(r, r.limits().high()));
        Tables.text(onAfter, r -> AlarmWords.delay(r.limits().onDelay().toMillis()));
        Tables.text(offAfter, r -> AlarmWords.delay(r.limits().offDelay().toMillis()));
        Tables.text(again, r -> Format.age(r.reAlarm()));
        mark.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        mark.setCellFactory(_ -> new RuleMark());
        Tables.plain(table);
        table.setPlaceholder(new Label(Words.of("alarms.no-rules")));
        table.setItems(rules);
        table.getSelectionModel().selectedItemProperty().subscribe(this::edit);
        for (ToggleButton button : priorities.getButtons()) {
            button.setToggleGroup(priorities.getToggleGroup());
            button.setOnAction(_ -> {
                button.setSelected(true);
                changed();
            });
        }
        for (TextField field : List.of(set, clear, high, on, off)) {
            field.textProperty().subscribe(_ -> changed());
        }
        edit(null);
    }

    private static String level(Rule rule, double value) {
        boolean none = rule.unit() == Unit.NONE || Double.isNaN(value);
        return none ? "–" : AlarmWords.value(value, rule.unit());
    }

    @Override
    public void show(Picture picture) {
        List<Rule> next = picture.alarms().rules();
        if (!next.equals(rules)) {
            Rule before = table.getSelectionModel().getSelectedItem();
            rules.setAll(next);
            rules.stream()
                    .filter(r -> before != null && r.name().equals(before.name()))
                    .findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
        if (table.getSelectionModel().isEmpty() && !rules.isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    private void edit(@Nullable Rule chosen) {
        edited = chosen;
        tested = null;
        Shown.when(chosen != null, editor);
        if (chosen == null) {
            return;
        }
        RuleEdit fields = RuleEdit.of(chosen);
        title.setText(RuleWords.title(chosen));
        why.setText(RuleWords.why(chosen));
        set.setText(fields.set());
        clear.setText(fields.clear());
        high.setText(fields.high());
        on.setText(fields.on());
        off.setText(fields.off());
        for (Label unit : List.of(setUnit, clearUnit, highUnit)) {
            unit.setText(RuleEdit.unit(chosen.unit()));
        }
        Shown.when(chosen.unit() != Unit.NONE, levels);
        priorities.getButtons().get(fields.priority().ordinal()).setSelected(true);
        say("");
        changed();
    }

    /// What stands in the fields, null while it makes no rule.
    private @Nullable Rule draft() {
        Rule from = edited;
        return from == null ? null : fields().apply(from).rule();
    }

    private RuleEdit fields() {
        int place = 0;
        for (int i = 0; i < priorities.getButtons().size(); i++) {
            place = priorities.getButtons().get(i).isSelected() ? i : place;
        }
        return new RuleEdit(
                set.getText(),
                clear.getText(),
                high.getText(),
                on.getText(),
                off.getText(),
                Priority.values()[place]);
    }

    private void changed() {
        Rule from = edited;
        if (from == null) {
            return;
        }
        Rule now = draft();
        boolean differs = now != null && !now.equals(from);
        test.setDisable(!differs);
        save.setDisable(!differs || !Objects.equals(now, tested));
        String trouble = fields().apply(from).trouble();
        if (!trouble.isEmpty() || !Objects.equals(now, tested)) {
            say(trouble);
        }
    }

    @FXML
    void test() {
        Rule now = draft();
        if (now == null) {
            return;
        }
        say(Words.of("alarms.back-testing"));
        acts.ask(
                new Command.BackTestRule(now),
                reply -> {
                    if (now.equals(draft())) {
                        tested = reply.done() ? now : null;
                        changed();
                        say(reply.message());
                    }
                });
    }

    @FXML
    void save() {
        Rule now = draft();
        if (now != null && now.equals(tested)) {
            acts.ask(
                    new Command.SaveRule(now, acts.operator()),
                    reply ->
                            say(
                                    reply.message().isEmpty()
                                            ? Words.of("alarms.saved")
                                            : reply.message()));
        }
    }

    /// Back to the rule as it holds.
    @FXML
    void revert() {
        edit(edited);
    }

    private void say(String words) {
        answer.setText(words);
        Shown.when(!words.isEmpty(), answer);
    }

    private static final class RuleMark extends TableCell<Rule, Rule> {
        private final PriorityMark symbol = new PriorityMark();

        RuleMark() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Rule rule, boolean empty) {
            super.updateItem(rule, empty);
            if (empty || rule == null) {
                setGraphic(null);
            } else {
                setGraphic(symbol);
                symbol.show(Integer.toString(rule.priority().digit()));
            }
        }
    }
}
