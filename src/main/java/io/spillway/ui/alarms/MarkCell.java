package io.spillway.ui.alarms;

import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.Words;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The symbol of an alarm: full while it is there, hollow once it returned, grey once it is aside.
final class MarkCell extends TableCell<AlarmLine, AlarmRow> {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final PriorityMark mark = new PriorityMark();
    private final Flash flash;
    private boolean asks;

    MarkCell(Flash flash) {
        this.flash = flash;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        flash.litProperty().subscribe(_ -> beat());
    }

    @Override
    protected void updateItem(@Nullable AlarmRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            asks = false;
            setGraphic(null);
        } else {
            asks = row.asks();
            setGraphic(mark);
            Marks.show(mark, row.alarm(), row.look());
            setAccessibleText(
                    Words.of("alarms.priority-of", AlarmWords.priority(row.alarm().priority())));
        }
        beat();
    }

    private void beat() {
        mark.pseudoClassStateChanged(DARK, asks && !flash.litProperty().get());
    }
}
