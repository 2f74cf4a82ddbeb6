package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Lease;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An answer that comes when its sheet shows something else is not shown there.
@ExtendWith(FxToolkit.class)
class LateAnswersTest {
    private final ScriptedDesk desk = new ScriptedDesk(picture());
    private final Console console =
            FxToolkit.onFx(() ->
                    new Console(
                            desk,
                            Theme.NIGHT,
                            new FxDispatcher(),
                            SampleOffer.offer(),
                            () -> "ops-1"));
    private final Scene scene = FxToolkit.onFx(() -> console.scene(1280, 720));

    private static Picture picture() {
        Picture p = SamplePictures.overload();
        List<Lease> leases = List.of(SamplePictures.lease(), SamplePictures.unknownLease());
        return SamplePictures.with(p, p.mode(), p.plans(), leases, List.of());
    }

    /// Opens a sheet, presses nothing or its button, closes it and opens another, then answers.
    private void late(Runnable first, boolean press, Runnable second, String sheet) {
        desk.hold();
        FxToolkit.onFx(() -> {
            first.run();
            if (press) {
                ((Button) scene.lookup(sheet + " .primary")).fire();
            }
            console.navigator().closeSheet();
            second.run();
        });
        desk.release();
    }

    private String text(String selector) {
        return FxToolkit.onFx(() -> ((Labeled) scene.lookup(selector)).getText());
    }

    private List<Node> outcome(String sheet) {
        return FxToolkit.onFx(
                () -> List.copyOf(scene.getRoot().lookupAll(sheet + " .outcome .label")));
    }

    @Test
    void aPlanComputedForOnePoolIsNotShownUnderAnother() {
        late(
                () -> console.openPlan("checkout"),
                false,
                () -> console.openPlan("web"),
                ".plan-sheet");
        assertThat(desk.commands)
                .containsExactly(new Command.MakePlan(new PlanRequest.Even("checkout")));
        assertThat(text(".plan-sheet .title")).contains("web");
        assertThat(text(".plan-sheet .primary")).startsWith("Apply ");
    }

    @Test
    void whatApplyingCameToIsNotShownUnderAnotherPool() {
        late(() -> console.openPlan("web"), true, () -> console.openPlan("api"), ".plan-sheet");
        assertThat(desk.commands.getLast()).isInstanceOf(Command.Apply.class);
        assertThat(outcome(".plan-sheet")).isEmpty();
        assertThat(text(".plan-sheet .title")).contains("api");
    }

    @Test
    void whatAnUndoCameToIsNotShownUnderAnotherAct() {
        late(
                () -> console.navigator().openUndo("k3"),
                true,
                () -> console.navigator().openUndo("k7"),
                ".undo-sheet");
        assertThat(desk.commands.getLast()).isEqualTo(new Command.Undo("k3", "ops-1", true));
        assertThat(outcome(".undo-sheet")).isEmpty();
        assertThat(text(".undo-sheet .primary")).isNotEqualTo("Working…");
    }
}
