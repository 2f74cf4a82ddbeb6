package io.spillway.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// What is written on the dashed lines. A limit above the upper end of the axis is named there,
/// with an arrow.
final class LimitLabels extends Pane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final double INDENT = 6;

    private final TextPool pool = TextPool.rimmed(this, "plot-limit");

    LimitLabels() {
        setMouseTransparent(true);
    }

    /// Places the labels and tells where they lie; of two that would overlap only the first is
    /// shown. A label stands above its line, or below it where the marks need the room and no other
    /// line runs there.
    List<Bounds> place(Frame frame, List<Limit> limits) {
        List<Bounds> taken = new ArrayList<>();
        pool.begin();
        for (Limit limit : limits) {
            boolean above = limit.value() > frame.sheet().top();
            Text text = pool.next(above ? limit.label() + " ↑" : limit.label());
            text.pseudoClassStateChanged(ACTIVE, limit.active());
            double height = TextPool.height(text);
            double line = above ? frame.top() + MarksLayer.ROW : frame.y(limit.value());
            boolean room = line - height - 2 >= frame.top() + MarksLayer.ROW;
            double below = line + 2;
            boolean crossed =
                    limits.stream()
                            .mapToDouble(l -> frame.y(l.value()))
                            .anyMatch(other -> other > line && other < below + height);
            double y = room || crossed ? line - height - 2 : below;
            TextPool.place(text, frame.left() + INDENT, y);
            if (taken.stream().anyMatch(text.getBoundsInParent()::intersects)) {
                TextPool.place(text, frame.left() + INDENT, below);
            }
            Bounds bounds = text.getBoundsInParent();
            text.setVisible(taken.stream().noneMatch(bounds::intersects));
            taken.add(bounds);
        }
        pool.end();
        return taken;
    }
}
