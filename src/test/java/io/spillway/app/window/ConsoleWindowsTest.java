package io.spillway.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Samples;
import io.spillway.app.config.LookConfig;
import io.spillway.app.config.ThemeChoice;
import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.FxToolkit;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.sound.Loudness;
import io.spillway.ui.sound.LoudnessStore;
import io.spillway.ui.sound.Sounds;
import io.spillway.ui.sound.Workstation;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class ConsoleWindowsTest {
    private static final FirstRunOffer NOTHING = new FirstRunOffer("", null, null);

    @TempDir Path folder;
    private final Watched desk = new Watched();
    private final AtomicInteger ended = new AtomicInteger();

    private static final class Watched implements DeskPort, DeskSession {
        private final List<Consumer<Picture>> watchers = new CopyOnWriteArrayList<>();
        private Picture picture = Samples.picture(1);
        private boolean leavesActs;

        @Override
        public DeskPort desk() {
            return this;
        }

        @Override
        public boolean givesBack() {
            return true;
        }

        @Override
        public boolean leavesActs() {
            return leavesActs;
        }

        @Override
        public Picture picture() {
            return picture;
        }

        @Override
        public AutoCloseable watch(Consumer<Picture> listener) {
            watchers.add(listener);
            return () -> watchers.remove(listener);
        }

        @Override
        public CompletableFuture<Reply> send(Command command) {
            return CompletableFuture.completedFuture(new Reply(true, "", null, null));
        }

        @Override
        public void close() {}
    }

    private static final class Forgetful implements LoudnessStore {
        @Override
        public Loudness load() {
            return Loudness.USUAL;
        }

        @Override
        public void save(Loudness loudness) {}
    }

    private Workstation workstation() {
        Sounds sounds = new Sounds(new FxDispatcher(), new Forgetful());
        return new Workstation("ops@desk-1", sounds, (title, text) -> {});
    }

    private ConsoleWindows windows(Workstation here) {
        return new ConsoleWindows(
                new FxDispatcher(),
                Runnable::run,
                folder,
                here,
                new SavedViews(folder.resolve("views.json"), Runnable::run, new FxDispatcher()),
                (_, _) -> {},
                ended::incrementAndGet);
    }

    private static List<Stage> stages() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage s && "Spillway".equals(s.getTitle()))
                .map(Stage.class::cast)
                .toList();
    }

    @Test
    void windowsShareADeskAndAreOpenedAgain() {
        LookConfig day = new LookConfig(ThemeChoice.DAY, Motion.REDUCED);
        try (Workstation here = workstation()) {
            ConsoleWindows first = windows(here);
            FxToolkit.onFx(() -> {
                first.show(desk, day, NOTHING);
                assertThat(stages()).hasSize(1);
                assertThat(stages().getFirst().getScene().getStylesheets())
                        .first()
                        .asString()
                        .endsWith("tokens-day.css");
                first.open();
                assertThat(stages()).hasSize(2);
                // Each window, and one workstation for both.
                assertThat(desk.watchers).hasSize(3);
                first.closeAll();
                assertThat(stages()).isEmpty();
            });
            assertThat(desk.watchers).hasSize(1);
            assertThat(ended).hasValue(1);
            first.remember();

            ConsoleWindows second = windows(here);
            FxToolkit.onFx(() -> {
                second.show(desk, day, NOTHING);
                assertThat(stages()).hasSize(2);
                stages().getFirst().close();
                assertThat(ended).hasValue(1);
                stages().getFirst().close();
            });
            assertThat(ended).hasValue(2);
            second.remember();
            assertThat(new LayoutFile(folder).read().windows())
                    .singleElement()
                    .extracting(WindowPlace::screen)
                    .isEqualTo("board");
        }
        assertThat(desk.watchers).isEmpty();
    }

    private Layout last(String... screens) {
        Layout layout =
                new Layout(
                        Stream.of(screens)
                                .map(s -> new WindowPlace(0, 0, 1280, 720, false, s, "day"))
                                .toList());
        new LayoutFile(folder).write(layout);
        return layout;
    }

    @Test
    void theFrameBecomesTheFirstWindow() {
        last("alarms", "servers");
        try (Workstation here = workstation()) {
            FxToolkit.onFx(() -> {
                ConsoleWindows windows = windows(here);
                windows.frame(LookConfig.USUAL);
                Stage frame = stages().getFirst();
                windows.show(desk, LookConfig.USUAL, NOTHING);
                assertThat(stages()).hasSize(2).contains(frame);
                List.copyOf(stages()).forEach(Stage::close);
            });
        }
        assertThat(ended).hasValue(1);
    }

    @Test
    void aWindowThatIsClosedWhileItOpensStaysClosedAndForgetsNothing() {
        Layout before = last("alarms", "servers");
        try (Workstation here = workstation()) {
            ConsoleWindows windows = windows(here);
            FxToolkit.onFx(() -> {
                windows.frame(LookConfig.USUAL);
                stages().getFirst().close();
                windows.show(desk, LookConfig.USUAL, NOTHING);
                assertThat(stages()).isEmpty();
            });
            windows.remember();
        }
        assertThat(ended).hasValue(1);
        assertThat(desk.watchers).isEmpty();
        assertThat(new LayoutFile(folder).read()).isEqualTo(before);
    }

    @Test
    void theFirstScreenIsShownWhateverWasShownLastWhichIsNotForgotten() {
        Layout before = last("alarms", "servers");
        desk.picture = Samples.picture(1, Picture.State.UNCONFIGURED, Samples.fleet(), List.of());
        try (Workstation here = workstation()) {
            ConsoleWindows first = windows(here);
            FxToolkit.onFx(() -> {
                first.show(desk, LookConfig.USUAL, NOTHING);
                Stage stage = stages().getFirst();
                assertThat(stage.getScene().getRoot().lookup(".first-run")).isNotNull();
                stage.setX(40);
                stage.close();
            });
            first.remember();
        }
        assertThat(new LayoutFile(folder).read()).isEqualTo(before);
    }

    @Test
    void actsInForceAreNotLeftByOnePress() {
        desk.leavesActs = true;
        try (Workstation here = workstation()) {
            FxToolkit.onFx(() -> {
                ConsoleWindows both = windows(here);
                both.show(desk, LookConfig.USUAL, NOTHING);
                both.open();
                press("Ctrl+Shift+W");
                assertThat(stages()).hasSize(2).allMatch(ConsoleWindowsTest::asks);
                press("Ctrl+Shift+W");
                assertThat(stages()).isEmpty();
            });
            FxToolkit.onFx(() -> {
                ConsoleWindows one = windows(here);
                one.show(desk, LookConfig.USUAL, NOTHING);
                assertThat(stages()).hasSize(2);
                press("Ctrl+W");
                assertThat(stages()).singleElement().matches(stage -> !asks(stage));
                Stage last = stages().getFirst();
                last.fireEvent(new WindowEvent(last, WindowEvent.WINDOW_CLOSE_REQUEST));
                assertThat(last.isShowing()).isTrue();
                assertThat(asks(last)).isTrue();
                press("Ctrl+W");
                assertThat(stages()).isEmpty();
            });
        }
        assertThat(ended).hasValue(2);
    }

    private static void press(String keys) {
        Objects.requireNonNull(
                        stages().getFirst()
                                .getScene()
                                .getAccelerators()
                                .get(KeyCombination.valueOf(keys)))
                .run();
    }

    private static boolean asks(Stage stage) {
        Label said = (Label) stage.getScene().getRoot().lookup(".leaving");
        return said.isVisible() && said.getText().startsWith("1 act is in force");
    }
}
