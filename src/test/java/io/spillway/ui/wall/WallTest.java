package io.spillway.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.ui.FxToolkit;
import io.spillway.ui.SampleAlarms;
import io.spillway.ui.SamplePictures;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;

@ExtendWith(FxToolkit.class)
class WallTest {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private static Wall wall(double metres, Picture picture) {
        return FxToolkit.onFx(
                () -> WallScenes.of(metres, picture, Page.OVERVIEW, Theme.NIGHT, WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, 5, 8})
    void everyWordIsLargeEnoughForTheFarthestViewer(double metres) {
        Wall wall = wall(metres, SampleAlarms.picture(SampleAlarms.ten()));
        int least = new Viewer(metres, 55).least(WIDTH, HEIGHT);
        List<Text> words = FxToolkit.onFx(() -> words(wall.scene().getRoot(), new ArrayList<>()));
        assertThat(words).hasSizeGreaterThan(10);
        assertThat(words)
                .allSatisfy(text -> {
                    double scale = text.getLocalToSceneTransform().getMxx();
                    assertThat(text.getFont().getSize() * scale)
                            .as(text.getText())
                            .isGreaterThanOrEqualTo(least - 0.5);
                });
    }

    private static List<Text> words(Node node, List<Text> into) {
        if (!node.isVisible()) {
            return into;
        }
        if (node instanceof Text text && !(node instanceof FontIcon) && !text.getText().isBlank()) {
            into.add(text);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words(child, into));
        }
        return into;
    }

    @Test
    void saysStateLoadAlarmsActsAndClock() {
        Wall wall = wall(2.5, SampleAlarms.picture(SampleAlarms.few()));
        List<String> said =
                FxToolkit.onFx(() ->
                        words(wall.scene().getRoot(), new ArrayList<>()).stream()
                                .map(Text::getText)
                                .toList());
        assertThat(said).contains("OVERLOAD", "03:58:12", "acknowledgements not shared");
        assertThat(String.join("\n", said)).contains("need an answer").contains("web-0");
    }

    @Test
    void neverMoreThanSixAlarms() {
        Wall wall = wall(2.5, SampleAlarms.picture(SampleAlarms.many(40)));
        assertThat(FxToolkit.onFx(() -> wall.scene().getRoot().lookupAll(".wall-row").size()))
                .isBetween(1, 6);
    }

    @Test
    void practiceIsOnEveryFrame() {
        Wall wall = wall(5, SamplePictures.practice());
        Label word = (Label) FxToolkit.onFx(() -> wall.scene().getRoot().lookup(".practice .word"));
        assertThat(word.getText()).isEqualTo("DRILL");
        assertThat(FxToolkit.onFx(() -> word.getParent().getParent().isVisible())).isTrue();
    }

    @Test
    void keysDoNothing() {
        Wall wall = wall(2.5, SamplePictures.overload());
        List<KeyEvent> seen = new ArrayList<>();
        FxToolkit.onFx(() -> {
            Scene scene = wall.scene();
            scene.addEventHandler(KeyEvent.ANY, seen::add);
            for (KeyCode key : List.of(KeyCode.A, KeyCode.K, KeyCode.ENTER, KeyCode.DIGIT2)) {
                Event.fireEvent(
                        scene.getRoot(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
            }
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void aCallStopsTheTurnsAtOnce() {
        Wall.Programme pages =
                new Wall.Programme(
                        Viewer.USUAL,
                        List.of(Page.OVERVIEW, Page.FLEET),
                        Duration.ofSeconds(10),
                        Theme.NIGHT);
        Wall wall = FxToolkit.onFx(() -> new Wall(pages, WIDTH, HEIGHT, 0, 1, 0));
        FxToolkit.onFx(() -> {
            wall.show(SamplePictures.healthy());
            wall.pulse(1_000);
        });
        assertThat(wall.at()).isEqualTo(1);
        FxToolkit.onFx(() -> {
            wall.show(SampleAlarms.picture(SampleAlarms.few()));
            wall.pulse(2_000);
        });
        assertThat(wall.at()).isZero();
    }

    /// What is thin and bright burns in: over the minutes none of it stays where it is.
    @Test
    void nothingThinStaysLitAtOnePlace() {
        Wall wall = wall(3, SamplePictures.healthy());
        boolean[] always = bright(wall, 0);
        long lit = count(always);
        for (int minute : new int[] {4, 40, 80}) {
            boolean[] now = bright(wall, minute * 60_000L);
            for (int i = 0; i < always.length; i++) {
                always[i] &= now[i];
            }
        }
        assertThat(lit).isGreaterThan(10_000);
        assertThat(count(always)).isLessThan(lit / 4);
    }

    private static long count(boolean[] pixels) {
        long n = 0;
        for (boolean pixel : pixels) {
            n += pixel ? 1 : 0;
        }
        return n;
    }

    private static boolean[] bright(Wall wall, long time) {
        WritableImage image =
                FxToolkit.onFx(() -> {
                    wall.pulse(time);
                    WallScenes.settle(wall.scene());
                    return wall.scene().snapshot(new WritableImage(WIDTH, HEIGHT));
                });
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader()
                .getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        boolean[] bright = new boolean[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bright[i] = (pixels[i] >> 8 & 0xff) > 0xa8;
        }
        return bright;
    }
}
