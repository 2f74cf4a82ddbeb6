package io.spillway.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Acts as squares at their times. What does not fit beside its square is told by its tooltip.
final class MarksLayer extends Pane {
    /// The height that squares and their words take at the top of a plot.
    static final double ROW = 17;

    private static final double SIZE = 10;
    private static final double GAP = 6;
    private static final double INSET = 4;

    private final TextPool words = new TextPool(this, "plot-mark-label");
    private final List<Item> items = new ArrayList<>();

    MarksLayer() {
        setPickOnBounds(false);
    }

    void set(List<Mark> marks) {
        if (items.stream().map(Item::mark).toList().equals(marks)) {
            return;
        }
        items.forEach(item -> getChildren().removeAll(item.square, item.line));
        items.clear();
        marks.stream()
                .sorted(Comparator.comparingLong(Mark::time))
                .map(Item::new)
                .forEach(this::add);
    }

    private void add(Item item) {
        items.add(item);
        getChildren().addAll(item.line, item.square);
    }

    /// Places squares and words, away from what is `taken`.
    void place(Frame frame, List<Bounds> taken) {
        words.begin();
        double free = frame.left();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            double x = Math.rint(frame.x(item.mark.time())) + 0.5;
            item.show(frame, x);
            if (frame.contains(x)) {
                double next = i + 1 < items.size() ? frame.x(items.get(i + 1).mark.time()) : 1e9;
                free = label(item, x, free, Math.min(frame.right(), next - SIZE), taken);
            }
        }
        words.end();
    }

    /// Writes right of the square, else left of it, else nowhere; tells how far the room is used.
    private double label(Item item, double x, double free, double end, List<Bounds> taken) {
        Text text = words.next(item.words());
        double width = TextPool.width(text);
        double y = item.square.getY() + SIZE / 2 - TextPool.height(text) / 2;
        double right = x + SIZE / 2 + GAP;
        double left = x - SIZE / 2 - GAP - width;
        if (right + width <= end && clear(right, y, text, taken)) {
            TextPool.place(text, right, y);
            return right + width;
        }
        boolean fits = left >= free && clear(left, y, text, taken);
        text.setVisible(fits);
        TextPool.place(text, left, y);
        return x + SIZE / 2;
    }

    private static boolean clear(double x, double y, Text text, List<Bounds> taken) {
        Bounds box = new BoundingBox(x, y, TextPool.width(text), TextPool.height(text));
        return taken.stream().noneMatch(box::intersects);
    }

    /// The nodes of one mark.
    private static final class Item {
        private final Mark mark;
        private final Rectangle square = new Rectangle(SIZE, SIZE);
        private final Line line = new Line();

        Item(Mark mark) {
            this.mark = mark;
            square.setManaged(false);
            line.setManaged(false);
            line.setMouseTransparent(true);
            square.getStyleClass().add("plot-mark");
            line.getStyleClass().add("plot-mark-line");
            square.setAccessibleText(words());
            Tooltip.install(square, new Tooltip(words()));
        }

        Mark mark() {
            return mark;
        }

        String words() {
            return Ticks.clock(mark.time()) + " " + mark.text();
        }

        void show(Frame frame, double x) {
            square.setVisible(frame.contains(x));
            line.setVisible(frame.contains(x));
            square.setX(x - SIZE / 2);
            square.setY(frame.top() + INSET);
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(frame.top() + INSET + SIZE);
            line.setEndY(frame.bottom());
        }
    }
}
