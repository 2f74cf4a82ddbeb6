package io.spillway.ui.wall;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/// The first of several wordings that finds room: nobody can ask a wall for what stands behind
/// dots. If none does, the last is cut. For the FX thread.
public final class Fitting extends Label {
    private final Text probe = new Text();
    private List<String> wordings = List.of("");

    /// With nothing to say.
    public Fitting() {
        setMinWidth(0);
    }

    /// @param some one at least, the longest first
    void say(List<String> some) {
        if (!some.equals(wordings)) {
            wordings = List.copyOf(some);
            choose();
            requestLayout();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(wordings.getFirst());
    }

    @Override
    public void resize(double width, double height) {
        super.resize(width, height);
        choose();
    }

    private void choose() {
        setText(
                wordings.stream()
                        .filter(words -> width(words) <= getWidth())
                        .findFirst()
                        .orElse(wordings.getLast()));
    }

    private double width(String words) {
        probe.setFont(getFont());
        probe.setText(words);
        return Math.ceil(probe.getLayoutBounds().getWidth())
                + snappedLeftInset()
                + snappedRightInset()
                + 1;
    }
}
