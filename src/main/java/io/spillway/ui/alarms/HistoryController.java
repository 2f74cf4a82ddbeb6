package io.spillway.ui.alarms;

import io.spillway.alarm.AlarmEvent;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.Tables;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// What became of alarms, from the journal. It is asked when the page opens, when the span or the
/// search changes, and not with each Picture.
public final class HistoryController implements PictureView {
    private final DateTimeFormatter day =
            DateTimeFormatter.ofPattern(Words.of("alarms.date"), Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final List<Duration> SPANS =
            List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7));

    private final ObservableList<AlarmEvent> events = FXCollections.observableArrayList();
    private final PauseTransition typed = new PauseTransition(javafx.util.Duration.millis(250));
    private final AlarmActs acts;

    @FXML private SegmentedButton spans;
    @FXML private Label count;
    @FXML private TableView<AlarmEvent> table;
    @FXML private TableColumn<AlarmEvent, String> time;
    @FXML private TableColumn<AlarmEvent, AlarmEvent> mark;
    @FXML private TableColumn<AlarmEvent, String> kind;
    @FXML private TableColumn<AlarmEvent, String> text;
    @FXML private TableColumn<AlarmEvent, String> author;
    @FXML private TableColumn<AlarmEvent, String> id;

    private final Label nothing = new Label();
    private Duration span = SPANS.getLast();
    private Instant now = Instant.EPOCH;
    private String search = "";
    private long asked;
    private boolean waits;

    /// @param acts asks the desk
    public HistoryController(AlarmActs acts) {
        this.acts = acts;
    }

    @FXML
    void initialize() {
        Tables.text(time, this::time);
        Tables.text(kind, e -> Words.of("alarms.event-" + e.kind().word()));
        Tables.text(text, AlarmEvent::text);
        Tables.text(author, e -> e.author().isEmpty() ? "–" : e.author());
        Tables.text(id, AlarmEvent::id);
        mark.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        mark.setCellFactory(_ -> new EventMark());
        Tables.plain(table);
        nothing.getStyleClass().add("mute");
        table.setPlaceholder(nothing);
        table.setItems(events);
        typed.setOnFinished(_ -> ask());
        List<ToggleButton> buttons = spans.getButtons();
        for (int i = 0; i < buttons.size(); i++) {
            Duration wanted = SPANS.get(i);
            ToggleButton button = buttons.get(i);
            button.setToggleGroup(spans.getToggleGroup());
            button.setOnAction(_ -> {
                button.setSelected(true);
                span = wanted;
                ask();
            });
        }
    }

    private String time(AlarmEvent event) {
        Instant at = Instant.ofEpochMilli(event.time());
        return day.format(at) + "  " + Format.clock(at);
    }

    @Override
    public void show(Picture picture) {
        now = picture.time();
        if (waits) {
            ask();
        }
    }

    /// Looks only for events in which all words of a text stand.
    ///
    /// @param asks whether to ask for them, or to wait until the page is opened
    void search(String words, boolean asks) {
        search = words.strip();
        if (asks) {
            typed.playFromStart();
        }
    }

    /// Asks the desk for the events of the span that ends now; before the first Picture, as soon as
    /// it comes.
    void ask() {
        typed.stop();
        waits = now.equals(Instant.EPOCH);
        if (waits) {
            return;
        }
        long mine = ++asked;
        long end = now.toEpochMilli();
        nothing.setText(Words.of("alarms.asking"));
        acts.ask(
                new Command.AlarmHistory(search, end - span.toMillis(), end),
                reply -> {
                    // A slow answer must not overwrite that to a later question.
                    if (mine == asked) {
                        answered(reply);
                    }
                });
    }

    private void answered(Reply reply) {
        events.setAll(reply.history());
        count.setText(reply.done() ? Words.of("alarms.events", events.size()) : "");
        nothing.setText(
                reply.message().isEmpty() ? Words.of("alarms.no-history") : reply.message());
    }

    /// The symbol of an event's priority; hollow for what ended.
    private static final class EventMark extends TableCell<AlarmEvent, AlarmEvent> {
        private final PriorityMark symbol = new PriorityMark();

        EventMark() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable AlarmEvent event, boolean empty) {
            super.updateItem(event, empty);
            if (empty || event == null || event.id().isEmpty()) {
                setGraphic(null);
            } else {
                setGraphic(symbol);
                symbol.show(Integer.toString(event.priority().digit()));
                symbol.getStyleClass().remove("over");
                if (!event.to().active()) {
                    symbol.getStyleClass().add("over");
                }
            }
        }
    }
}
