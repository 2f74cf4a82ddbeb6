package io.spillway.ui.kit;

import javafx.scene.Node;

/// Puts nodes into and out of the layout.
public final class Shown {
    private Shown() {}

    /// A node that is not shown takes no room either.
    public static void when(boolean shown, Node node) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
