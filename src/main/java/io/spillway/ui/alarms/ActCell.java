package io.spillway.ui.alarms;

import io.spillway.ui.kit.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The buttons of a row: acknowledge what waits for it, shelve what is there.
final class ActCell extends TableCell<AlarmLine, AlarmRow> {
    private final Button acknowledge = new Button(Words.of("alarms.ack"));
    private final Button shelve = new Button(Words.of("alarms.shelve"));
    private final HBox box = new HBox(acknowledge, shelve);

    ActCell(Consumer<AlarmRow> onAcknowledge, Consumer<AlarmRow> onShelve) {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.getStyleClass().add("acts");
        box.setAlignment(Pos.CENTER_RIGHT);
        acknowledge.getStyleClass().add("slim");
        shelve.getStyleClass().add("slim");
        acknowledge.setOnAction(_ -> onAcknowledge.accept(getItem()));
        shelve.setOnAction(_ -> onShelve.accept(getItem()));
    }

    @Override
    protected void updateItem(@Nullable AlarmRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            setGraphic(box);
            boolean over = row.look() == AlarmRow.Look.OVER;
            acknowledge.setVisible(row.asks());
            shelve.setVisible(!over);
            String name = AlarmWords.source(row.alarm().subject()) + ": " + row.what();
            acknowledge.setAccessibleText(Words.of("alarms.acknowledge-what", name));
            shelve.setAccessibleText(Words.of("alarms.shelve-what", name));
        }
    }
}
