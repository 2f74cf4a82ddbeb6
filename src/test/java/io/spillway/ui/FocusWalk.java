package io.spillway.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/// Goes through a scene as Tab does, and lists what has the keyboard without showing it, or has no
/// name for those who cannot see it. For the FX thread; the window has to have the focus.
final class FocusWalk {
    private static final int MOST = 150;
    private static final int RIM = 4;

    /// So many pixels have to change, about the corner of a thin frame.
    private static final int LEAST = 24;

    /// So much of a channel has to change in a pixel that counts.
    private static final int STEP = 16;

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
        Rectangle2D around = around(scene, node);
        if (around.getWidth() < 1 || around.getHeight() < 1) {
            return true;
        }
        WritableImage with = draw(scene, around);
        scene.getRoot().requestFocus();
        WritableImage without = draw(scene, around);
        node.requestFocus();
        return changed(with, without) >= LEAST;
    }

    private static Rectangle2D around(Scene scene, Node node) {
        Bounds b = node.localToScene(node.getLayoutBounds());
        double left = Math.max(0, b.getMinX() - RIM);
        double top = Math.max(0, b.getMinY() - RIM);
        return new Rectangle2D(
                left,
                top,
                Math.max(0, Math.min(scene.getWidth(), b.getMaxX() + RIM) - left),
                Math.max(0, Math.min(scene.getHeight(), b.getMaxY() + RIM) - top));
    }

    private static WritableImage draw(Scene scene, Rectangle2D around) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters what = new SnapshotParameters();
        what.setViewport(around);
        return scene.getRoot().snapshot(what, null);
    }

    private static int changed(WritableImage a, WritableImage b) {
        PixelReader one = a.getPixelReader();
        PixelReader two = b.getPixelReader();
        int count = 0;
        for (int y = 0; y < a.getHeight() && count < LEAST; y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += differ(one.getArgb(x, y), two.getArgb(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean differ(int a, int b) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) >= STEP) {
                return true;
            }
        }
        return false;
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
