package io.spillway.ui.plot;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Where the present ends, and where what is expected reaches a level.
final class AheadLayer extends Pane {
    private static final double RADIUS = 4.5;
    private static final double BELOW = 7;
    private static final double ASIDE = 10;

    private final Line now = new Line();
    private final Circle dot = new Circle(RADIUS);
    private final Text time = new Text();
    private @Nullable Crossing crossing;

    AheadLayer() {
        setMouseTransparent(true);
        now.getStyleClass().add("plot-now");
        dot.getStyleClass().add("plot-crossing");
        time.getStyleClass().add("plot-crossing-time");
        time.setTextOrigin(VPos.TOP);
        List.of(now, dot, time).forEach(node -> node.setManaged(false));
        getChildren().addAll(now, dot, TextPool.rim(time), time);
    }

    void set(@Nullable Crossing next) {
        crossing = next;
    }

    @Nullable Crossing crossing() {
        return crossing;
    }

    /// Places everything, the time away from what is `taken` where that can be.
    void place(Frame frame, TimeAxis axis, List<Bounds> taken) {
        double x = Math.rint(frame.x(axis.now())) + 0.5;
        boolean atEnd = axis.live() && axis.stretch() == axis.window();
        now.setVisible(!atEnd && x < frame.right() - 1 && frame.contains(x));
        now.setStartX(x);
        now.setEndX(x);
        now.setStartY(frame.top());
        now.setEndY(frame.bottom());
        Crossing at = crossing;
        double to = at == null ? Double.NaN : frame.x(at.time());
        boolean seen = at != null && frame.contains(to) && at.value() <= frame.sheet().top();
        dot.setVisible(seen);
        time.setVisible(seen);
        if (at != null && seen) {
            time.setText(Ticks.moment(at.time(), axis.now()));
            place(frame, at, to, taken);
        }
    }

    private void place(Frame frame, Crossing at, double x, List<Bounds> taken) {
        double y = frame.y(at.value());
        dress(dot, at.ink());
        dress(time, at.ink());
        dot.setCenterX(Math.clamp(x, frame.left() + RADIUS, frame.right() - RADIUS));
        dot.setCenterY(y);
        time.applyCss();
        double width = TextPool.width(time);
        double height = TextPool.height(time);
        double left = Math.min(x + ASIDE, frame.right() - width);
        double below = y + BELOW;
        boolean fits =
                below + height <= frame.bottom()
                        && taken.stream().noneMatch(b -> b.intersects(left, below, width, height));
        TextPool.place(time, left, fits ? below : y - BELOW - height);
    }

    /// Where the time is written, empty if it is not.
    List<Bounds> taken() {
        Bounds b = time.getLayoutBounds();
        return time.isVisible()
                ? List.of(new BoundingBox(time.getX(), time.getY(), b.getWidth(), b.getHeight()))
                : List.of();
    }

    private static void dress(Node node, Ink ink) {
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass("p1"), ink == Ink.P1);
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass("p2"), ink == Ink.P2);
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass("p3"), ink == Ink.P3);
    }
}
