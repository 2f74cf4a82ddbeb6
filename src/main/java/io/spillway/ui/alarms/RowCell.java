package io.spillway.ui.alarms;

import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell that says one thing of an alarm; muted where nothing waits for an answer.
final class RowCell extends TableCell<AlarmLine, AlarmRow> {
    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");
    private static final PseudoClass CHILD = PseudoClass.getPseudoClass("child");

    private final Function<AlarmRow, String> text;
    private final boolean calms;

    /// @param calms true if the cell is muted on rows that wait for no answer
    RowCell(Function<AlarmRow, String> text, boolean calms) {
        this.text = text;
        this.calms = calms;
    }

    @Override
    protected void updateItem(@Nullable AlarmRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            pseudoClassStateChanged(CALM, false);
            pseudoClassStateChanged(CHILD, false);
        } else {
            setText(text.apply(row));
            pseudoClassStateChanged(CALM, calm(row));
            pseudoClassStateChanged(CHILD, row.look() == AlarmRow.Look.CHILD);
        }
    }

    private boolean calm(AlarmRow row) {
        boolean aside = row.look() == AlarmRow.Look.PENDING || row.look() == AlarmRow.Look.OVER;
        return aside || (calms && !row.asks());
    }
}
