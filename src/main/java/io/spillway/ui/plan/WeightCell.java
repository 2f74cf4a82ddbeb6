package io.spillway.ui.plan;

import io.spillway.ui.kit.Words;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// A weight that can be typed over: Enter, Tab or a click elsewhere takes it, Escape forgets it.
final class WeightCell extends TableCell<PlanRow, String> {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final TextField field = new TextField();
    private final BiConsumer<String, Integer> typed;

    /// @param typed takes a server and its new weight
    WeightCell(BiConsumer<String, Integer> typed) {
        this.typed = typed;
        field.getStyleClass().add("weight-field");
        field.setOnAction(_ -> take());
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        take();
                    }
                });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !field.getText().equals(getItem())) {
                field.setText(getItem());
                key.consume();
            }
        });
    }

    private void take() {
        PlanRow row = getTableRow() == null ? null : getTableRow().getItem();
        String text = field.getText().strip();
        if (row == null || text.equals(getItem())) {
            return;
        }
        if (NUMBER.matcher(text).matches()) {
            typed.accept(row.name(), Integer.valueOf(text));
        }
        field.setText(getItem());
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(empty ? null : field);
        if (item != null) {
            field.setText(item);
        }
        PlanRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (row != null) {
            field.setAccessibleText(Words.of("plan.weight-of", row.name()));
        }
    }
}
