package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Command;
import io.spillway.desk.Consent;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What lies beyond the guards: who is asked, what is sent, and that an override is seen.
@ExtendWith(FxToolkit.class)
class SecondOperatorSheetTest {
    private static final String ASKS = "Nothing was sent. It moves 40 % of the load of web.";

    private final ScriptedDesk desk = new ScriptedDesk(ReliefSituations.picture(List.of()));

    private Scene asked() {
        desk.wantSecond(ASKS);
        Scene scene =
                FxToolkit.onFx(() -> {
                    Console console =
                            new Console(
                                    desk,
                                    Theme.NIGHT,
                                    new io.spillway.ui.kit.FxDispatcher(),
                                    SampleOffer.offer(),
                                    () -> "ops-1");
                    Scene made = console.scene(1280, 720);
                    console.openPlan("web");
                    Snapshot.settle(made);
                    ((Button) made.lookup(".plan-sheet .primary")).fire();
                    return made;
                });
        FxToolkit.onFx(() -> Snapshot.settle(scene));
        return scene;
    }

    private static String text(Scene scene, String selector) {
        return FxToolkit.onFx(() ->
                scene.getRoot().lookupAll(selector).stream()
                        .filter(Node::isVisible)
                        .map(n -> ((Labeled) n).getText())
                        .collect(Collectors.joining("\n")));
    }

    private static TextField field(Scene scene, int place) {
        return scene.getRoot().lookupAll(".consent .text-field").stream()
                .map(TextField.class::cast)
                .toList()
                .get(place);
    }

    private Command.Apply last() {
        return (Command.Apply) desk.commands.getLast();
    }

    @Test
    void aSecondPersonIsAskedByNameAndSecret() {
        Scene scene = asked();
        assertThat(text(scene, ".consent .label")).contains(ASKS, "within 60");
        FxToolkit.onFx(() -> {
            field(scene, 0).setText("ops-2");
            field(scene, 1).setText("not the secret");
            ((Button) scene.lookup(".consent .agree")).fire();
        });
        assertThat(last().consent()).isEqualTo(new Consent("ops-2", "not the secret", false));
        FxToolkit.onFx(() -> Snapshot.settle(scene));
        assertThat(text(scene, ".consent .trouble")).isEqualTo(ASKS);
        assertThat(FxToolkit.onFx(() -> field(scene, 1).getText())).isEmpty();
    }

    @Test
    void anOverrideHasToBeTyped() {
        Scene scene = asked();
        FxToolkit.onFx(() -> {
            Button override = (Button) scene.lookup(".consent .override .button");
            field(scene, 2).setText("emergency");
            assertThat(override.isDisabled()).isTrue();
            field(scene, 2).setText("EMERGENCY");
            assertThat(override.isDisabled()).isFalse();
            override.fire();
        });
        assertThat(last().consent()).isEqualTo(new Consent("", "", true));
        FxToolkit.onFx(() -> Snapshot.settle(scene));
        assertThat(FxToolkit.onFx(() -> scene.lookup(".consent"))).isNull();
        assertThat(text(scene, ".plan-sheet .outcome .label")).contains("Applied");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anOverrideInForceIsOnEveryScreen(Screen screen) {
        Picture picture = ReliefSituations.picture(List.of(ReliefSituations.emergency()));
        Scene scene =
                FxToolkit.onFx(() ->
                        Snapshot.scene(screen, picture, Theme.DAY, 1280, 720, SampleOffer.offer()));
        FxToolkit.onFx(() -> Snapshot.draw(scene));
        assertThat(text(scene, ".emergencies .notice"))
                .contains("EMERGENCY", "overrode this in an emergency", "Redistribute checkout");
    }
}
