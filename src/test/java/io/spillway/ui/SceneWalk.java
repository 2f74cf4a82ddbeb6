package io.spillway.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Walks a laid-out scene and lists what an exacting eye would object to.
final class SceneWalk {
    private static final double SLACK = 1.01;

    /// Lies over its siblings on purpose.
    private static final Set<String> OVERLAYS =
            Set.of("overlay", "layer", "time-plot", "fleet-cells", "before-after", "effect-bar");

    private static final Set<String> DRAWINGS =
            Set.of("time-plot", "fleet-cells", "before-after", "effect-bar");

    private final List<String> found = new ArrayList<>();

    static List<String> of(Scene scene) {
        SceneWalk walk = new SceneWalk();
        walk.visit(scene.getRoot());
        return walk.found;
    }

    private void visit(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            ellipsis(labeled);
        }
        if (node instanceof Region region && region.isManaged()) {
            tooSmall(region);
        }
        if (!(node instanceof Parent parent) || clips(parent)) {
            return;
        }
        List<Node> children =
                parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).toList();
        if (overlays(parent)) {
            if (parent.getStyleClass().stream().anyMatch(DRAWINGS::contains)) {
                legible(parent);
            }
        } else {
            inside(parent, children);
            apart(children);
        }
        children.forEach(this::visit);
    }

    /// The skin shortens its text node where the label's text does not fit.
    private void ellipsis(Labeled labeled) {
        String words = labeled.getText();
        if (words == null || words.isEmpty() || labeled.getWidth() == 0) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            boolean icon = child instanceof FontIcon;
            if (!icon && child instanceof Text text && !text.getText().equals(words)) {
                found.add("ellipsis: \"" + words + "\" as \"" + text.getText() + "\"");
            }
        }
    }

    /// Computed minimum sizes count too: what holds others says what they need.
    private void tooSmall(Region region) {
        double width = region.minWidth(-1);
        double height = region.minHeight(region.getWidth());
        if (region.getWidth() < width - SLACK || region.getHeight() < height - SLACK) {
            found.add(
                    "too small: %s is %.0f x %.0f, needs %.0f x %.0f"
                            .formatted(
                                    name(region),
                                    region.getWidth(),
                                    region.getHeight(),
                                    width,
                                    height));
        }
    }

    private void inside(Parent parent, List<Node> children) {
        Bounds room = parent.getLayoutBounds();
        for (Node child : children) {
            Bounds b = bounds(child);
            if (child.isManaged()
                    && (b.getMinX() < room.getMinX() - SLACK
                            || b.getMinY() < room.getMinY() - SLACK
                            || b.getMaxX() > room.getMaxX() + SLACK
                            || b.getMaxY() > room.getMaxY() + SLACK)) {
                found.add("outside: " + name(child) + " " + b + " of " + name(parent) + room);
            }
        }
    }

    private void apart(List<Node> children) {
        for (int i = 0; i < children.size(); i++) {
            for (int j = i + 1; j < children.size(); j++) {
                Node a = children.get(i);
                Node b = children.get(j);
                if (a.isManaged() && b.isManaged() && overlap(bounds(a), bounds(b))) {
                    found.add("overlap: " + name(a) + " and " + name(b));
                }
            }
        }
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX()) > SLACK
                && Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()) > SLACK;
    }

    /// Where layout put a node; shadows and rims do not count.
    private static Bounds bounds(Node node) {
        return node.localToParent(node.getLayoutBounds());
    }

    private static boolean overlays(Parent parent) {
        return parent instanceof StackPane
                || parent instanceof Labeled
                || parent.getStyleClass().stream().anyMatch(OVERLAYS::contains);
    }

    /// Words on a drawing may lie over its lines, but not over each other.
    private void legible(Parent drawing) {
        List<Text> words = new ArrayList<>();
        words(drawing, words);
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                Text a = words.get(i);
                Text b = words.get(j);
                if (overlap(inScene(a), inScene(b))) {
                    found.add(
                            "words over words: \"%s\" and \"%s\""
                                    .formatted(a.getText(), b.getText()));
                }
            }
        }
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void words(Node node, List<Text> into) {
        // Of alarms at one moment the gravest lies on top.
        boolean symbol =
                node.getStyleClass().contains("plot-alarm")
                        || node.getStyleClass().contains("plot-rim");
        if (!node.isVisible() || node.getOpacity() == 0 || symbol) {
            return;
        }
        if (node instanceof Text text && !(node instanceof FontIcon) && !text.getText().isBlank()) {
            into.add(text);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words(child, into));
        }
    }

    /// Inside these, what does not fit is scrolled to; their visible cells are walked apart.
    private boolean clips(Parent parent) {
        if (parent instanceof TableView<?> table) {
            Bounds view = table.localToScene(table.getLayoutBounds());
            for (Node cell : table.lookupAll(".table-cell")) {
                Bounds at = cell.localToScene(cell.getLayoutBounds());
                if (cell instanceof Labeled labeled
                        && view.contains(at.getCenterX(), at.getCenterY())) {
                    ellipsis(labeled);
                    cell.lookupAll(".label").forEach(l -> ellipsis((Label) l));
                }
            }
            table.lookupAll(".column-header .label").forEach(l -> ellipsis((Label) l));
            return true;
        }
        if (parent instanceof ScrollPane pane && pane.getContent() != null) {
            visit(pane.getContent());
            return true;
        }
        if (parent instanceof ListView<?> list) {
            Bounds view = list.localToScene(list.getLayoutBounds());
            for (Node label : list.lookupAll(".label")) {
                Bounds at = label.localToScene(label.getLayoutBounds());
                if (label.isVisible() && view.contains(at.getCenterX(), at.getCenterY())) {
                    ellipsis((Label) label);
                }
            }
            return true;
        }
        return parent instanceof TextField;
    }

    private static String name(Node node) {
        String words = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        return node.getClass().getSimpleName() + node.getStyleClass() + words;
    }
}
