package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.OperatorAct;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.app.config.ScenarioName;
import io.spillway.desk.Command;
import io.spillway.desk.LeaseAct;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Slot;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Shortcut;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.wall.Page;
import io.spillway.ui.wall.Wall;
import io.spillway.ui.wall.WallScenes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A wall beside a fleet in a surge is asked to act by all that could ask it: by every command that
/// a desk takes, and by every key and mouse button of the console. That its process listens on no
/// socket, and reads nothing that could be written through, is [io.spillway.app.wall]'s test.
@ExtendWith(FxToolkit.class)
class WallCannotActTest {
    private static final String WHO = "Ada";

    @TempDir Path dir;
    private WallDesk watching;

    @BeforeEach
    void open() throws Exception {
        watching = new WallDesk(ScenarioName.SURGE, dir, UnaryOperator.identity());
        watching.pass(5, null);
    }

    @AfterEach
    void close() {
        watching.close();
    }

    private List<String> held(Picture picture) {
        List<String> slots =
                picture.fleet().balancers().stream()
                        .flatMap(b -> b.slots().stream())
                        .map(s -> s.server() + " " + s.weight() + " " + s.admin())
                        .sorted()
                        .toList();
        assertThat(slots).isNotEmpty();
        return slots;
    }

    private Reply ask(Command command) {
        return watching.desk.send(command).join();
    }

    @Test
    void noCommandChangesTraffic() {
        List<String> before = held(watching.desk.picture());
        String server =
                watching.desk.picture().fleet().balancers().getFirst().slots().stream()
                        .filter(slot -> slot.backend().equals("web"))
                        .map(Slot::server)
                        .findFirst()
                        .orElseThrow();
        PlanRequest wish = new PlanRequest.Weights("web", Map.of(server, 50));
        Reply made = ask(new Command.MakePlan(wish));
        Plan plan = Objects.requireNonNull(made.plan());
        assertThat(plan.changes()).as(made.message()).isPositive();
        ask(new Command.Operate(WHO));
        List<Command> acts =
                List.of(
                        new Command.Apply(plan, WHO, "surge", true),
                        new Command.Signed(new Command.Apply(plan, WHO, "surge", false), "secret"),
                        new Command.OnLease(LeaseAct.KEEP, "a1", WHO, true),
                        new Command.Undo("a1", WHO, true),
                        new Command.OnAlarms(new OperatorAct.Silence(WHO)),
                        new Command.SaveRule(DefaultRules.rules().rules().getFirst(), WHO));
        for (Command act : acts) {
            Reply reply = ask(act);
            assertThat(reply.message()).as(act.getClass().getSimpleName()).isNotEmpty();
            // Alarms and rules are this desk's own; all else would change a balancer.
            boolean own = act instanceof Command.OnAlarms || act instanceof Command.SaveRule;
            assertThat(own || !reply.done()).as("%s", act).isTrue();
        }
        Picture after = watching.pass(3, null);
        assertThat(held(after)).isEqualTo(before);
        assertThat(after.leases()).isEmpty();
    }

    @Test
    void noKeyAndNoClickIsHeard() {
        List<String> before = held(watching.desk.picture());
        FxToolkit.onFx(() -> {
            Wall wall =
                    WallScenes.of(
                            3, watching.desk.picture(), Page.OVERVIEW, Theme.NIGHT, 1920, 1080);
            Scene scene = wall.scene();
            int windows = Window.getWindows().size();
            List<Integer> nodes = List.of(scene.getRoot().lookupAll("*").size());
            Arrays.stream(Shortcut.values())
                    .flatMap(s -> s.keys().stream())
                    .forEach(key -> press(scene, key));
            for (MouseButton button : MouseButton.values()) {
                click(scene, button);
            }
            assertThat(List.of(scene.getRoot().lookupAll("*").size())).isEqualTo(nodes);
            assertThat(Window.getWindows()).hasSize(windows);
            assertThat(scene.getFocusOwner()).isNull();
        });
        assertThat(held(watching.pass(3, null))).isEqualTo(before);
    }

    private static void press(Scene scene, String key) {
        if (key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0))) {
            Event.fireEvent(
                    scene,
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            key,
                            key,
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
            return;
        }
        KeyCombination keys = KeyCombination.keyCombination(key);
        for (KeyCode code : KeyCode.values()) {
            KeyEvent pressed = pressed(code, key.contains("Ctrl"), key.contains("Shift"));
            if (keys.match(pressed)) {
                Event.fireEvent(scene, pressed);
            }
        }
    }

    private static KeyEvent pressed(KeyCode code, boolean control, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    private static void click(Scene scene, MouseButton button) {
        for (var type :
                List.of(
                        MouseEvent.MOUSE_PRESSED,
                        MouseEvent.MOUSE_RELEASED,
                        MouseEvent.MOUSE_CLICKED)) {
            Event.fireEvent(
                    scene.getRoot(),
                    new MouseEvent(
                            type, 960, 1060, 960, 1060, button, 1, false, false, false, false,
                            false, false, false, false, false, true, null));
        }
    }
}
