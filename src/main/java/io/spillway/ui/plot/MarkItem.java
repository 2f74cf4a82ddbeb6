package io.spillway.ui.plot;

import io.spillway.ui.kit.PriorityMark;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// The nodes of one mark.
final class MarkItem {
    private static final PseudoClass LASTS = PseudoClass.getPseudoClass("lasts");
    private static final double SQUARE = 10;
    private static final double SYMBOL = 18;
    private static final double MIDDLE = 9;

    private final Mark mark;
    private final Node symbol;
    private final double size;
    private final Line line = new Line();

    MarkItem(Mark mark) {
        this.mark = mark;
        this.size = mark.alarm() ? SYMBOL : SQUARE;
        this.symbol = mark.alarm() ? priority(mark) : square();
        symbol.setManaged(false);
        symbol.setAccessibleText(words(Long.MIN_VALUE));
        Tooltip.install(symbol, new Tooltip(words(Long.MIN_VALUE)));
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.getStyleClass().add("plot-mark-line");
        dress(line);
    }

    private static Node square() {
        Region square = new Region();
        square.resize(SQUARE, SQUARE);
        square.getStyleClass().add("plot-mark");
        return square;
    }

    private static Node priority(Mark mark) {
        PriorityMark symbol = new PriorityMark();
        symbol.show(mark.priority());
        symbol.resize(SYMBOL, SYMBOL);
        if (!mark.lasts()) {
            symbol.getStyleClass().add("over");
        }
        return symbol;
    }

    Mark mark() {
        return mark;
    }

    List<Node> nodes() {
        return List.of(line, symbol);
    }

    Node symbol() {
        return symbol;
    }

    /// What happened and when, with the day if that is not the day of `now`.
    String words(long now) {
        return Ticks.moment(mark.time(), now) + " " + mark.text();
    }

    /// Half the width of the symbol.
    double half() {
        return size / 2;
    }

    /// Gives a line or words the colour of this alarm while it lasts.
    void dress(Node node) {
        node.pseudoClassStateChanged(LASTS, mark.lasts());
        for (String priority : Set.of("1", "2", "3")) {
            boolean own = mark.lasts() && mark.priority().equals(priority);
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass("p" + priority), own);
        }
    }

    void show(Frame frame, double x) {
        boolean inside = frame.contains(x);
        symbol.setVisible(inside);
        line.setVisible(inside);
        symbol.relocate(Math.rint(x - size / 2), frame.top() + MIDDLE - size / 2);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(frame.top() + MIDDLE + size / 2);
        line.setEndY(frame.bottom());
    }

    /// Where the symbol lies.
    Bounds bounds() {
        return new BoundingBox(symbol.getLayoutX(), symbol.getLayoutY(), size, size);
    }
}
