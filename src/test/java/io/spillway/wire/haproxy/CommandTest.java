package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    @Test
    void aWeightIsAWholeNumberFrom0To256() {
        assertThat(Command.setWeight("be", "s1", 0).text()).isEqualTo("set server be/s1 weight 0");
        assertThat(Command.setWeight("be", "s1", 256).text())
                .isEqualTo("set server be/s1 weight 256");
        for (int weight : new int[] {-1, 257, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Command.setWeight("be", "s1", weight))
                    .withMessageContaining("be/s1")
                    .withMessageContaining("0 to 256");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "s 1",
                "s1;shutdown sessions server be/s2",
                "s1\nshow info",
                "s1\rx",
                "s1\tx",
                "a/b",
                "s1\\x",
                "<<",
                "sé",
                "s1\u0000"
            })
    void aNameHoldsNothingThatCouldSplitALine(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Command.setWeight("be", name, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Command.setWeight(name, "s1", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Command.showServersState(name));
    }

    @Test
    void aLineThatHaproxyWouldSilentlyDropIsNotSent() {
        assertThat(Command.setWeight("b".repeat(15_900), "s1", 1).text()).hasSizeLessThan(16_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.setWeight("b".repeat(16_000), "s1", 1))
                .withMessageContaining("16000 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set maxconn frontend fe 10",
                "set maxconn frontend fe 0",
                "set  maxconn  frontend fe 10",
                " set maxconn frontend fe 10",
                "set\tmaxconn frontend fe 10",
                "show info;set maxconn frontend fe 10",
                "set maxconn front\\end fe 10"
            })
    void theCommandThatKillsHaproxyCannotBeMade(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Command.of(text, false));
    }

    @Test
    void nobodyOutsideCanMakeACommandFromFreeText() {
        assertThat(Command.class.getConstructors()).isEmpty();
        var open =
                Arrays.stream(Command.class.getMethods())
                        .filter(m -> Modifier.isStatic(m.getModifiers()))
                        .map(m -> m.getName())
                        .toList();
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "showInfo",
                        "showStat",
                        "showStat",
                        "showServersState",
                        "showServersState",
                        "showFrontends",
                        "showTable",
                        "showCliLevel",
                        "setMaxconn",
                        "setState",
                        "setWeight");
        assertThat(
                        List.of(
                                Command.showInfo(),
                                Command.showStat(),
                                Command.showServersState(),
                                Command.showServersState("be"),
                                Command.showFrontends(),
                                Command.showTable("t_src", 10),
                                Command.showCliLevel()))
                .allMatch(Command::readOnly)
                .noneMatch(c -> c.text().contains("maxconn"));
        assertThat(Command.setWeight("be", "s1", 1).readOnly()).isFalse();
    }
}
