package io.spillway.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// Acts as squares and alarms as their symbols, at their times. Words for which there is no room
/// beside their symbol are told by its tooltip; what lasts finds room first, then what is more
/// serious, then what is newer.
final class MarksLayer extends Pane {
    /// The height that symbols and their words take at the top of a plot.
    static final double ROW = 18;

    private static final double GAP = 6;

    private final TextPool words = TextPool.rimmed(this, "plot-mark-label");
    private final List<MarkItem> items = new ArrayList<>();
    private Runnable onAlarm = () -> {};

    MarksLayer() {
        setPickOnBounds(false);
    }

    /// What a click on an alarm does.
    void setOnAlarm(Runnable action) {
        onAlarm = action;
    }

    /// Shows these marks from the next placing on; false if they are the same as before.
    boolean set(List<Mark> marks) {
        List<Mark> ordered =
                marks.stream()
                        .sorted(
                                Comparator.comparing(Mark::lasts)
                                        .thenComparing(Mark::alarm)
                                        .thenComparing(Mark::priority, Comparator.reverseOrder())
                                        .thenComparingLong(Mark::time)
                                        .reversed())
                        .toList();
        if (items.stream().map(MarkItem::mark).toList().equals(ordered)) {
            return false;
        }
        Map<Mark, MarkItem> before = new HashMap<>();
        items.forEach(item -> before.put(item.mark(), item));
        items.clear();
        // Nodes that stay keep what they were styled with.
        List<MarkItem> fresh = new ArrayList<>();
        for (Mark mark : ordered) {
            MarkItem item = before.remove(mark);
            if (item == null) {
                item = new MarkItem(mark);
                fresh.add(item);
            }
            items.add(item);
        }
        before.values().forEach(item -> getChildren().removeAll(item.nodes()));
        fresh.forEach(this::add);
        items.reversed().forEach(item -> item.symbol().toFront());
        return true;
    }

    private void add(MarkItem item) {
        getChildren().addAll(item.nodes());
        if (item.mark().alarm()) {
            Node symbol = item.symbol();
            symbol.getStyleClass().add("plot-alarm");
            symbol.setOnMouseClicked(_ -> onAlarm.run());
        }
    }

    /// Places symbols and words, away from what is `taken`.
    void place(Frame frame, long now, List<Bounds> taken) {
        List<Bounds> full = new ArrayList<>(taken);
        for (MarkItem item : items) {
            item.show(frame, x(frame, item));
            if (item.symbol().isVisible()) {
                full.add(item.bounds());
            }
        }
        words.begin();
        for (MarkItem item : items) {
            if (item.symbol().isVisible()) {
                label(frame, item, now, full);
            }
        }
        words.end();
    }

    private static double x(Frame frame, MarkItem item) {
        return Math.rint(frame.x(item.mark().time())) + 0.5;
    }

    /// Writes right of the symbol, else left of it and of those that it covers, else nowhere.
    private void label(Frame frame, MarkItem item, long now, List<Bounds> full) {
        Text text = words.next(item.words(now));
        item.dress(text);
        double x = x(frame, item);
        double width = TextPool.width(text);
        double y = frame.top() + (ROW - TextPool.height(text)) / 2;
        double right = x + item.half() + GAP;
        double left = leftmost(item.bounds()) - GAP - width;
        boolean toRight = right + width <= frame.right() && clear(right, y, text, full);
        boolean toLeft = left >= frame.left() && clear(left, y, text, full);
        text.setVisible(toRight || toLeft);
        TextPool.place(text, toRight ? right : left, y);
        if (text.isVisible()) {
            full.add(box(toRight ? right : left, y, text));
        }
    }

    /// Where the row of symbols begins that touch each other up to this one.
    private double leftmost(Bounds symbol) {
        double edge = symbol.getMinX();
        List<Bounds> others =
                items.stream()
                        .filter(item -> item.symbol().isVisible())
                        .map(MarkItem::bounds)
                        .sorted(Comparator.comparingDouble(Bounds::getMinX).reversed())
                        .toList();
        for (Bounds other : others) {
            if (other.getMinX() < edge && other.getMaxX() >= edge) {
                edge = other.getMinX();
            }
        }
        return edge;
    }

    private static boolean clear(double x, double y, Text text, List<Bounds> full) {
        return full.stream().noneMatch(box(x, y, text)::intersects);
    }

    private static Bounds box(double x, double y, Text text) {
        return new BoundingBox(x, y, TextPool.width(text), TextPool.height(text));
    }
}
