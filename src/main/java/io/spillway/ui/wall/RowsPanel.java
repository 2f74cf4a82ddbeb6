package io.spillway.ui.wall;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Tokens;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A short list: as many rows as find room, the most urgent first.
abstract class RowsPanel<T> extends Panel {
    private static final double ROW = 19;

    private final VBox box;
    private final Rows<T> rows;
    private final int most;
    private @Nullable Picture last;

    /// @param most rows that are ever shown
    RowsPanel(String title, int most, Supplier<? extends RowView<T>> make) {
        this(title, most, make, new VBox());
    }

    private RowsPanel(String title, int most, Supplier<? extends RowView<T>> make, VBox box) {
        super(title, box);
        this.box = box;
        this.most = most;
        this.rows = new Rows<>(box, make);
        box.getStyleClass().add("wall-rows");
        box.heightProperty().subscribe(_ -> refresh());
    }

    /// What there is to say, most urgent first.
    abstract List<T> items(Picture picture);

    /// What is said beside the title.
    ///
    /// @param left how many found no room
    abstract String summary(Picture picture, int left);

    @Override
    public void show(Picture picture) {
        last = picture;
        refresh();
    }

    private void refresh() {
        Picture picture = last;
        if (picture == null) {
            return;
        }
        List<T> all = items(picture);
        int room = Math.clamp((int) (box.getHeight() / ROW), 1, most);
        List<T> shown = all.subList(0, Math.min(room, all.size()));
        rows.show(shown);
        about(summary(picture, all.size() - shown.size()));
    }

    @Override
    public void dress(Tokens tokens) {}
}
