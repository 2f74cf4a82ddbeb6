package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.operator.Operator;
import io.spillway.action.operator.PlainOperators;
import io.spillway.action.operator.Role;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.config.Config;
import io.spillway.app.config.ScenarioName;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.Picture;
import io.spillway.desk.ReliefSettings;
import io.spillway.desk.StateFolder;
import io.spillway.fleet.Slot;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.practice.PracticeFleet;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.FxToolkit;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Presses Operate, Drain, a rung of the ladder and Save rule, on a practice fleet, as somebody who
/// may not: the screen says why, and nothing changes. Answers to alarms are not tried here.
@EnabledIfSystemProperty(named = "spillway.long", matches = "room")
@ExtendWith(FxToolkit.class)
class RolesOnScreensTest {
    private static final String SECRET = "a secret of somebody";
    private static final String MAY_NOT = "has the role %s, and this needs %s";
    private static final String PROVE = "who has proved who they are";

    @TempDir Path state;
    private SteppedDesk practice;
    private Console console;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        practice = practice(state);
        pass(20);
        console =
                FxToolkit.onFx(() ->
                        new Console(
                                practice.desk(),
                                Theme.NIGHT,
                                new FxDispatcher(),
                                new FirstRunOffer("", null, null),
                                Role.VIEW::word));
        scene = FxToolkit.onFx(() -> console.scene(1600, 900));
    }

    @AfterEach
    void close() {
        FxToolkit.onFx(console::close);
        practice.close();
    }

    private static SteppedDesk practice(Path state) throws Exception {
        PracticeFleet fleet =
                PracticeSite.open(new PracticeSpec(ScenarioName.SURGE, 1.0, 12, null));
        Config config = PracticeSite.config(fleet);
        ReliefSettings open = ReliefOf.config(config, Map.of());
        ReliefSettings relief =
                new ReliefSettings(
                        open.classes(),
                        open.gated(),
                        open.ladder(),
                        open.guards(),
                        PlainOperators.of(
                                Arrays.stream(Role.values())
                                        .map(r -> new Operator(r.word(), SECRET, r))
                                        .toArray(Operator[]::new)),
                        Map.of());
        DeskSettings settings =
                new DeskSettings(
                        config.site(),
                        config.poll(),
                        config.pools(),
                        List.of(),
                        config.alarms().now(),
                        relief,
                        PracticeSite.mark(fleet),
                        "desk-1",
                        true);
        StateFolder folder = StateFolder.take(state, true).orElseThrow();
        return new SteppedDesk(fleet, new OwnDesk(folder, settings, config, fleet.clock()));
    }

    private Picture pass(int seconds) {
        return practice.runTo(practice.now().plus(Duration.ofSeconds(seconds)));
    }

    /// What must not change.
    private List<Object> held() {
        Picture picture = pass(2);
        List<Object> held = new ArrayList<>(picture.alarms().rules());
        held.addAll(picture.leases());
        picture.fleet()
                .balancers()
                .forEach(b -> b.slots().stream().map(RolesOnScreensTest::held).forEach(held::add));
        picture.relief().gates().forEach(g -> held.add(g.name() + g.shed()));
        return held;
    }

    private static String held(Slot slot) {
        return slot.weight() + " " + slot.admin();
    }

    private void show(Screen screen) {
        FxToolkit.onFx(() -> {
            console.navigator().closeSheet();
            console.show(practice.desk().picture());
            console.show(screen);
            settle();
        });
    }

    private void settle() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private <T extends Node> T node(Class<T> type, String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(RolesOnScreensTest::visible)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to see at " + selector));
    }

    private static boolean visible(Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
    }

    /// Presses a button once it can be pressed.
    private void press(String selector) {
        await(selector)
                .until(() ->
                        FxToolkit.onFx(() -> {
                            settle();
                            return scene.getRoot().lookupAll(selector).stream()
                                    .anyMatch(n -> visible(n) && !n.isDisabled());
                        }));
        FxToolkit.onFx(() -> node(ButtonBase.class, selector).fire());
    }

    private void isSaid(String words) {
        await(words)
                .until(() ->
                        FxToolkit.onFx(() ->
                                scene.getRoot().lookupAll(".label").stream()
                                        .anyMatch(n ->
                                                visible(n)
                                                        && Objects.requireNonNullElse(
                                                                        ((Labeled) n).getText(), "")
                                                                .contains(words))));
    }

    private void signIn(Role role) {
        await("asked who")
                .until(() ->
                        FxToolkit.onFx(() ->
                                scene.getRoot().lookupAll(".popover #name").stream()
                                        .anyMatch(RolesOnScreensTest::visible)));
        FxToolkit.onFx(() -> {
            node(TextField.class, ".popover #name").setText(role.word());
            node(TextField.class, ".popover #secret").setText(SECRET);
        });
        press(".popover #enter");
    }

    /// Asked to operate first, and told why not.
    private void operateIsRefused() {
        signIn(Role.VIEW);
        isSaid(MAY_NOT.formatted("view", "operate"));
    }

    @Test
    void whoMayLookIsToldWhyNotAndNothingChanges() throws Exception {
        List<Object> before = held();
        show(Screen.BOARD);
        press("#mode");
        operateIsRefused();

        show(Screen.SERVERS);
        FxToolkit.onFx(() -> node(TableView.class, ".table-view").getSelectionModel().select(0));
        press("#drain");
        press(".plan-sheet #primary");
        operateIsRefused();

        show(Screen.TRAFFIC);
        FxToolkit.onFx(() -> rungs().getLast().fire());
        press(".preview #primary");
        operateIsRefused();

        show(Screen.ALARMS);
        saveARule();
        isSaid(PROVE);

        assertThat(held()).isEqualTo(before);
        assertThat(attempts("access.refused")).contains("view Operate", "view SaveRule");
        assertThat(attempts("")).allMatch(a -> !a.startsWith("view ") || a.matches("view [A-Z].*"));
        assertThat(attempts("access.allowed")).isEmpty();
    }

    @Test
    void whoOperatesIsToldThatRulesAreNotTheirs() throws Exception {
        List<Object> before = held();
        show(Screen.BOARD);
        press("#mode");
        signIn(Role.OPERATE);
        await().until(() -> practice.desk().picture().mode().operate());
        show(Screen.ALARMS);
        saveARule();
        isSaid(MAY_NOT.formatted("operate", "admin"));
        assertThat(held()).isEqualTo(before);
        assertThat(attempts("access.allowed")).containsExactly("operate Operate");
        assertThat(attempts("access.refused")).containsExactly("operate SaveRule");
    }

    /// The last one turns most away.
    private List<ButtonBase> rungs() {
        return scene.getRoot().lookupAll("#ladder .button").stream()
                .filter(RolesOnScreensTest::visible)
                .map(ButtonBase.class::cast)
                .toList();
    }

    private void saveARule() {
        FxToolkit.onFx(() -> {
            node(SegmentedButton.class, ".alarm-list #tabs").getButtons().getLast().fire();
            settle();
            node(TextField.class, ".alarm-rules #on").setText("77");
        });
        press(".alarm-rules #test");
        press(".alarm-rules #save");
    }

    private List<String> attempts(String kind) throws Exception {
        try (Journal journal = Journal.open(StateFolder.journal(state))) {
            return journal.events(kind).stream()
                    .map((Event e) -> e.author() + " " + e.subject())
                    .distinct()
                    .toList();
        }
    }
}
