package io.spillway.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// Texts of one kind that are put anew at every layout, on the same nodes.
final class TextPool {
    private final Pane pane;
    private final String styleClass;
    private final boolean rimmed;
    private final List<Text> texts = new ArrayList<>();
    private int used;

    TextPool(Pane pane, String styleClass) {
        this(pane, styleClass, false);
    }

    private TextPool(Pane pane, String styleClass, boolean rimmed) {
        this.pane = pane;
        this.styleClass = styleClass;
        this.rimmed = rimmed;
    }

    /// Texts that may cross lines.
    static TextPool rimmed(Pane pane, String styleClass) {
        return new TextPool(pane, styleClass, true);
    }

    void begin() {
        used = 0;
    }

    /// A text that is measured and ready to be placed by its top left corner.
    Text next(String words) {
        if (used == texts.size()) {
            Text text = new Text();
            text.setTextOrigin(VPos.TOP);
            text.setManaged(false);
            text.getStyleClass().add(styleClass);
            texts.add(text);
            if (rimmed) {
                pane.getChildren().add(rim(text));
            }
            pane.getChildren().add(text);
            text.applyCss();
        }
        Text text = texts.get(used++);
        text.setVisible(true);
        text.setText(words);
        return text;
    }

    /// A rim in the colour of the ground, to lie behind a text that crosses lines: cheaper than an
    /// effect, which is drawn into a picture of its own.
    static Text rim(Text text) {
        Text rim = new Text();
        rim.setManaged(false);
        rim.setMouseTransparent(true);
        rim.setTextOrigin(text.getTextOrigin());
        rim.getStyleClass().add("plot-rim");
        rim.textProperty().bind(text.textProperty());
        rim.fontProperty().bind(text.fontProperty());
        rim.xProperty().bind(text.xProperty());
        rim.yProperty().bind(text.yProperty());
        rim.visibleProperty().bind(text.visibleProperty());
        return rim;
    }

    void end() {
        for (int i = used; i < texts.size(); i++) {
            texts.get(i).setVisible(false);
        }
    }

    static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }

    static double height(Text text) {
        return text.getLayoutBounds().getHeight();
    }

    static void place(Text text, double x, double y) {
        text.setX(Math.rint(x));
        text.setY(Math.rint(y));
    }
}
