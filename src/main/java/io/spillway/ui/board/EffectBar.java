package io.spillway.ui.board;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// Two bars, before over after, on the same scale of 0..1, and a tick at the limit.
public final class EffectBar extends Region {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double THICK = 5;
    private static final double GAP = 3;

    private final Region beforeTrack = part("track");
    private final Region before = part("before");
    private final Region afterTrack = part("track");
    private final Region after = part("after");
    private final Region tick = part("tick");

    private double shareBefore;
    private double shareAfter;
    private double shareLimit = 1;

    /// Empty bars.
    public EffectBar() {
        getStyleClass().add("effect-bar");
        getChildren().addAll(beforeTrack, before, afterTrack, after, tick);
    }

    /// Shows shares of 0..1; more than 1 fills the bar.
    void show(double was, double willBe, double limit) {
        shareBefore = Math.clamp(was, 0, 1);
        shareAfter = Math.clamp(willBe, 0, 1);
        shareLimit = Math.clamp(limit, 0, 1);
        before.pseudoClassStateChanged(OVER, was > limit);
        after.pseudoClassStateChanged(OVER, willBe > limit);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2 * THICK + 3 * GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double top = Math.rint((getHeight() - 2 * THICK - GAP) / 2);
        double low = top + THICK + GAP;
        beforeTrack.resizeRelocate(0, top, w, THICK);
        before.resizeRelocate(0, top, Math.rint(w * shareBefore), THICK);
        afterTrack.resizeRelocate(0, low, w, THICK);
        after.resizeRelocate(0, low, Math.rint(w * shareAfter), THICK);
        double x = Math.min(w - 1, Math.rint(w * shareLimit));
        tick.resizeRelocate(x, Math.max(0, top - 2), 1, 2 * THICK + GAP + 4);
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setManaged(false);
        return region;
    }
}
