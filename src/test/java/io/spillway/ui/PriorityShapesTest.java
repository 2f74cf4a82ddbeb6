package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Without any colour the three priorities are told apart by their shapes and digits.
@ExtendWith(FxToolkit.class)
class PriorityShapesTest {
    private static final int SIDE = 24;

    /// Greys of a mark, moved by some pixels against its place in the template, as seen against the
    /// ground: only form is left of it.
    private static double[] greys(Theme theme, String priority, double dx, double dy) {
        return FxToolkit.onFx(() -> {
            PriorityMark mark = new PriorityMark();
            mark.show(priority);
            mark.setTranslateX(dx);
            mark.setTranslateY(dy);
            StackPane pane = new StackPane(mark);
            pane.getStyleClass().add("panel");
            Scene scene = new Scene(pane, SIDE, SIDE);
            theme.apply(scene);
            pane.applyCss();
            pane.layout();
            WritableImage image = scene.snapshot(new WritableImage(SIDE, SIDE));
            double[] greys = new double[SIDE * SIDE];
            for (int i = 0; i < greys.length; i++) {
                var c = image.getPixelReader().getColor(i % SIDE, i / SIDE);
                greys[i] = 0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue();
            }
            return greys;
        });
    }

    /// 1 for the same form, whatever its brightness; 0 for forms that have nothing in common.
    private static double likeness(double[] a, double[] b) {
        double meanA = java.util.Arrays.stream(a).average().orElse(0);
        double meanB = java.util.Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    @ParameterizedTest
    @EnumSource
    void eachIsFoundByItsFormAlone(Theme theme) {
        List<String> priorities = List.of("1", "2", "3");
        List<double[]> templates = new ArrayList<>();
        priorities.forEach(p -> templates.add(greys(theme, p, 0, 0)));
        for (int i = 0; i < 3; i++) {
            double[] seen = greys(theme, priorities.get(i), 0.3, -0.3);
            List<Double> likeness = templates.stream().map(t -> likeness(t, seen)).toList();
            for (int j = 0; j < 3; j++) {
                if (j != i) {
                    assertThat(likeness.get(i) - likeness.get(j))
                            .as("mark %s against template %s: %s", i + 1, j + 1, likeness)
                            .isGreaterThan(0.05);
                }
            }
        }
    }
}
