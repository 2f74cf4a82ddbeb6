package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.ui.FxToolkit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FlashTest {
    @Test
    void flashesOnlyWhereThatIsWanted() {
        List<Boolean> still = new ArrayList<>();
        List<Boolean> moving = new ArrayList<>();
        Flash reduced = FxToolkit.onFx(() -> shown(new Flash(Motion.REDUCED), still));
        Flash full = FxToolkit.onFx(() -> shown(new Flash(Motion.FULL), moving));
        await().until(() -> FxToolkit.onFx(() -> moving.size() >= 2));
        assertThat(FxToolkit.onFx(() -> List.copyOf(still))).isEmpty();
        assertThat(FxToolkit.onFx(() -> reduced.litProperty().get())).isTrue();
        FxToolkit.onFx(() -> full.show(false));
        assertThat(FxToolkit.onFx(() -> full.litProperty().get())).isTrue();
    }

    private static Flash shown(Flash flash, List<Boolean> seen) {
        flash.litProperty().subscribe((_, now) -> seen.add(now));
        flash.show(true);
        return flash;
    }
}
