package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.setup.SetupFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is said where nothing is, or no longer is, to be seen.
@ExtendWith(FxToolkit.class)
class FirstScreensTest {
    private static Scene scene(Picture picture, FirstRunOffer offer) {
        Console console =
                new Console(
                        new ScriptedDesk(picture),
                        Theme.NIGHT,
                        new FxDispatcher(),
                        offer,
                        () -> "ops-1");
        Scene scene = console.scene(1280, 720);
        Snapshot.settle(scene);
        return scene;
    }

    @Test
    void practiceThatDoesNotBeginSaysWhyAndMayBeTriedAgain() {
        List<Consumer<String>> started = new ArrayList<>();
        FxToolkit.onFx(() -> {
            Scene scene =
                    scene(
                            SamplePictures.unconfigured(),
                            new FirstRunOffer("spillway.yaml", started::add, null));
            Button start = (Button) scene.lookup(".first-run .primary");
            Label trouble = (Label) scene.lookup(".first-run .trouble");
            assertThat(trouble.isVisible()).isFalse();
            start.fire();
            assertThat(start.isDisabled()).isTrue();
            started.getFirst().accept("Practice did not begin: no room on /tmp, free some there.");
            Snapshot.settle(scene);
            assertThat(trouble.getText()).startsWith("Practice did not begin");
            assertThat(trouble.isVisible()).isTrue();
            assertThat(start.isDisabled()).isFalse();
            assertThat(SceneWalk.of(scene)).isEmpty();
            start.fire();
            assertThat(started).hasSize(2);
            assertThat(trouble.isVisible()).isFalse();
        });
    }

    @Test
    void whatAConfigurationCameToIsSaidWhereItIsOpened() {
        FxToolkit.onFx(() -> {
            Scene scene =
                    scene(
                            SamplePictures.unconfigured(),
                            new FirstRunOffer(
                                    "a.yaml", "It did not begin.", null, null, SetupFacts.NONE));
            assertThat(scene.getRoot().lookupAll(".first-run .trouble"))
                    .filteredOn(Node::isVisible)
                    .extracting(n -> ((Label) n).getText())
                    .containsExactly("It did not begin.");
            assertThat(SceneWalk.of(scene)).isEmpty();
        });
    }

    @Test
    void theFirstScreenStandsWhereTheBoardWouldBe() {
        FxToolkit.onFx(() -> {
            Console console =
                    new Console(
                            new ScriptedDesk(SamplePictures.unconfigured()),
                            Theme.NIGHT,
                            new FxDispatcher(),
                            SampleOffer.offer(),
                            () -> "ops-1");
            console.show(Screen.ALARMS);
            console.show(Screen.BOARD);
            assertThat(console.screen()).isEqualTo(Screen.FIRST_RUN);
            console.show(SamplePictures.overload());
            assertThat(console.screen()).isEqualTo(Screen.BOARD);
        });
    }

    @Test
    void howManyActsWouldBeLeftIsSaid() {
        FxToolkit.onFx(() -> {
            Console console =
                    new Console(
                            new ScriptedDesk(SamplePictures.overload()),
                            Theme.NIGHT,
                            new FxDispatcher(),
                            SampleOffer.offer(),
                            () -> "ops-1");
            Scene scene = console.scene(1280, 720);
            Label said = (Label) scene.lookup(".leaving");
            assertThat(said.isVisible()).isFalse();
            console.leaving(2);
            Snapshot.settle(scene);
            assertThat(said.isVisible()).isTrue();
            assertThat(said.getText()).startsWith("2 acts are in force");
            assertThat(SceneWalk.of(scene)).isEmpty();
            console.leaving(0);
            assertThat(said.isVisible()).isFalse();
        });
    }

    /// The last Picture of a desk that ended is blind and says so first.
    @Test
    void thatTheDeskIsGoneCannotBeOverlooked() {
        Picture p = SamplePictures.blind();
        List<String> notices =
                List.of("The desk behind this window ended.", "second", "third", "fourth");
        FxToolkit.onFx(() -> {
            Scene scene =
                    scene(
                            SamplePictures.with(p, p.mode(), List.of(), List.of(), notices),
                            SampleOffer.offer());
            Label first = (Label) scene.lookup(".notices .notice");
            assertThat(first.getText()).isEqualTo(notices.getFirst());
            assertThat(bold(first.getFont())).isTrue();
            assertThat(SceneWalk.of(scene)).isEmpty();

            Picture well = SamplePictures.overload();
            Label usual = (Label) scene(well, SampleOffer.offer()).lookup(".notices .notice");
            assertThat(bold(usual.getFont())).isFalse();
        });
    }

    @Test
    void theHeaderHasRoomForTheAgeOfEveryFigure() {
        SampleFleet fleet = new SampleFleet(SamplePictures.NOW.toEpochMilli());
        fleet.pool("web", 100, 0.6, 0.97);
        for (Metric metric : Metric.values()) {
            fleet.spoilAll(metric, Quality.BLIND, 55);
        }
        Picture p = SamplePictures.later(SamplePictures.blind(), fleet.build(), 0);
        FxToolkit.onFx(() -> {
            Scene scene = scene(p, SampleOffer.offer());
            assertThat(scene.getRoot().lookupAll(".key-figure:old")).hasSizeGreaterThan(3);
            assertThat(SceneWalk.of(scene)).isEmpty();
        });
    }

    private static boolean bold(Font font) {
        return font.getStyle().contains("Bold");
    }
}
