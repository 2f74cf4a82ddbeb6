package io.spillway.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// Sets style classes only where they differ: a class that is taken away and given back is styled
/// anew with all that lies beneath it, at every Picture.
public final class StyleClasses {
    private StyleClasses() {}

    /// Leaves a node with these classes of a family, and with all that are not of the family.
    ///
    /// @param family the classes of which others are taken away
    /// @param wanted of the family
    public static void only(Node node, List<String> family, List<String> wanted) {
        List<String> classes = node.getStyleClass();
        List<String> wrong = new ArrayList<>(family);
        wrong.removeAll(wanted);
        wrong.retainAll(classes);
        if (!wrong.isEmpty()) {
            classes.removeAll(wrong);
        }
        for (String style : wanted) {
            if (!classes.contains(style)) {
                classes.add(style);
            }
        }
    }
}
