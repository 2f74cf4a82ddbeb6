package io.spillway.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/// Goes through a scene as Tab does, and lists what has the keyboard without showing it, or has no
/// name for those who cannot see it. For the FX thread; the window has to have the focus.
final class FocusWalk {
    private static final int MOST = 150;

    private FocusWalk() {}

    /// What is wrong; empty if nothing is.
    static List<String> of(Scene scene) {
        List<String> wrong = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Node at = first(scene);
        while (at != null && seen.add(at) && seen.size() < MOST) {
            wrong.addAll(of(scene, at));
            at.requestFocus();
            at.requestFocusTraversal(TraversalDirection.NEXT);
            at = scene.getFocusOwner();
        }
        if (seen.size() < 2) {
            wrong.add("Tab leads nowhere");
        }
        return wrong;
    }

    private static Node first(Scene scene) {
        Parent root = scene.getRoot();
        root.requestFocus();
        root.requestFocusTraversal(TraversalDirection.NEXT);
        return scene.getFocusOwner();
    }

    /// What is wrong with the node that has the keyboard now.
    static List<String> of(Scene scene, Node node) {
        List<String> wrong = new ArrayList<>();
        if (!seen(scene, node)) {
            wrong.add("no visible focus: " + name(node));
        }
        if (spoken(node).isBlank()) {
            wrong.add("no accessible name: " + name(node));
        }
        return wrong;
    }

    private static boolean seen(Scene scene, Node node) {
        List<Object> with = look(node);
        scene.getRoot().requestFocus();
        List<Object> without = look(node);
        node.requestFocus();
        return !with.equals(without);
    }

    /// All that focus may change about how a node and what is in it looks.
    private static List<Object> look(Node node) {
        node.applyCss();
        List<Object> look = new ArrayList<>();
        collect(node, look);
        return look;
    }

    private static void collect(Node node, List<Object> look) {
        look.add(node.isVisible());
        switch (node) {
            case Region region -> {
                look.add(Objects.requireNonNullElse(region.getBackground(), Background.EMPTY));
                look.add(Objects.requireNonNullElse(region.getBorder(), Border.EMPTY));
            }
            case Shape shape -> {
                look.add(String.valueOf(shape.getStroke()));
                look.add(shape instanceof Text text && text.isUnderline());
            }
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, look));
        }
    }

    private static String spoken(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text instanceof String words ? words : "";
    }

    private static String name(Node node) {
        String words = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        return node.getClass().getSimpleName() + node.getStyleClass() + words;
    }
}
