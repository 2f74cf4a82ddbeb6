package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The walker must see what it is there to see.
@ExtendWith(FxToolkit.class)
class SceneWalkTest {
    private static List<String> walk(Pane root) {
        return FxToolkit.onFx(() -> {
            Scene scene = new Scene(root, 200, 100);
            Snapshot.settle(scene);
            return SceneWalk.of(scene);
        });
    }

    private static Region block(double x, double width) {
        Region region = new Region();
        region.setMinSize(width, 20);
        region.setMaxSize(width, 20);
        region.relocate(x, 0);
        return region;
    }

    @Test
    void seesShortenedText() {
        Label label = new Label("far too long for the room it has");
        label.setMaxWidth(40);
        assertThat(walk(new HBox(label))).singleElement().asString().startsWith("ellipsis");
    }

    @Test
    void seesOverlap() {
        assertThat(walk(new Pane(block(0, 50), block(40, 50))))
                .singleElement()
                .asString()
                .startsWith("overlap");
    }

    @Test
    void seesWhatSticksOut() {
        assertThat(walk(new HBox(block(0, 150), block(0, 150))))
                .anyMatch(f -> f.startsWith("outside"));
    }

    @Test
    void seesWhatIsSmallerThanItMayBe() {
        Region small = block(0, 20);
        HBox holder =
                new HBox(small) {
                    @Override
                    protected void layoutChildren() {
                        small.resizeRelocate(0, 0, 5, 20);
                    }
                };
        assertThat(walk(holder)).singleElement().asString().startsWith("too small");
    }

    @Test
    void isContentWithOrder() {
        assertThat(walk(new HBox(block(0, 50), new Label("fits"), block(0, 50)))).isEmpty();
    }
}
