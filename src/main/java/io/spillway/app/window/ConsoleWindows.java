package io.spillway.app.window;

import io.spillway.action.Lease;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.config.LookConfig;
import io.spillway.app.config.ThemeChoice;
import io.spillway.desk.Picture;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.Help;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.sound.Workstation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// All windows of this process: they show the same desk, and this workstation sounds once whatever
/// their number. For the FX thread, but for what says otherwise.
public final class ConsoleWindows {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final double STEP = 32;
    private static final Duration SETTLED = Duration.seconds(1);

    private final FxDispatcher dispatcher;
    private final Executor background;
    private final Workstation workstation;
    private final SavedViews views;
    private final Help help;
    private final Runnable ended;
    private final LayoutFile file;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final List<ConsoleStage> open = new ArrayList<>();
    private final Leaving leaving = new Leaving(this::ask);
    private volatile Layout layout;
    private Subscription scheme = Subscription.EMPTY;
    private LookConfig look = LookConfig.USUAL;
    private @Nullable DeskSession session;
    private @Nullable FirstRunOffer offer;
    private boolean housed;
    private boolean keeping;
    private boolean ending;
    private boolean gone;

    /// Reads where windows were last time; not for the FX thread.
    ///
    /// @param background runs what waits for a disk
    /// @param folder keeps where windows are; exists
    /// @param workstation what sounds here; stays its owner's
    /// @param views saved views of the servers
    /// @param help opens the manual
    /// @param ended called once the last window is closed
    public ConsoleWindows(
            FxDispatcher dispatcher,
            Executor background,
            Path folder,
            Workstation workstation,
            SavedViews views,
            Help help,
            Runnable ended) {
        this.dispatcher = dispatcher;
        this.background = background;
        this.workstation = workstation;
        this.views = views;
        this.help = help;
        this.ended = ended;
        file = new LayoutFile(folder);
        layout = file.read();
        settled.setOnFinished(_ -> keep());
    }

    /// Shows a desk in every window; the first call opens those of last time, or one.
    ///
    /// @param first what the first screen offers
    public void show(DeskSession shown, LookConfig wanted, FirstRunOffer first) {
        leaving.forget();
        if (gone) {
            return;
        }
        session = shown;
        offer = first;
        look = wanted;
        workstation.follow(shown.desk(), dispatcher);
        scheme.unsubscribe();
        scheme =
                look.theme() == ThemeChoice.SYSTEM
                        ? Platform.getPreferences()
                                .colorSchemeProperty()
                                .subscribe((_, _) -> open.forEach(ConsoleStage::dress))
                        : Subscription.EMPTY;
        // Where nothing is configured there is one thing to do: one window is enough for it, and
        // what was shown last would only hide it; it is kept for when there is something to show.
        boolean nothing = shown.desk().picture().state() == Picture.State.UNCONFIGURED;
        keeping = !nothing || layout.windows().isEmpty();
        if (housed) {
            open.forEach(stage -> stage.house("", ""));
            return;
        }
        housed = true;
        List<WindowPlace> places = nothing ? last().subList(0, 1) : last();
        for (int i = 0; i < places.size(); i++) {
            WindowPlace place = places.get(i);
            ConsoleStage stage = i < open.size() ? open.get(i) : stage(place);
            stage.house(nothing ? "" : place.screen(), place.theme());
            stage.show();
        }
    }

    /// Shows the first window of last time with nothing in it yet.
    public void frame(LookConfig wanted) {
        look = wanted;
        ConsoleStage first = stage(last().getFirst());
        first.frame();
        first.show();
    }

    /// Where windows were last time, else where one is at first.
    private List<WindowPlace> last() {
        Rectangle2D usual = usual();
        return layout.windows().isEmpty()
                ? List.of(
                        new WindowPlace(
                                usual.getMinX(),
                                usual.getMinY(),
                                usual.getWidth(),
                                usual.getHeight(),
                                true,
                                "",
                                ""))
                : layout.windows();
    }

    private ConsoleStage stage(WindowPlace last) {
        Rectangle2D was = new Rectangle2D(last.x(), last.y(), last.width(), last.height());
        ConsoleStage made = new ConsoleStage(this, Placing.fit(was, screens()), last.maximised());
        open.add(made);
        return made;
    }

    private static Rectangle2D usual() {
        Rectangle2D room = screens().getFirst();
        return new Rectangle2D(
                room.getMinX(),
                room.getMinY(),
                Math.min(WIDTH, room.getWidth()),
                Math.min(HEIGHT, room.getHeight()));
    }

    private static List<Rectangle2D> screens() {
        List<Rectangle2D> all = new ArrayList<>();
        all.add(Screen.getPrimary().getVisualBounds());
        Screen.getScreens().forEach(s -> all.add(s.getVisualBounds()));
        return all;
    }

    /// What a window wears unless somebody chose otherwise there.
    Theme theme() {
        return switch (look.theme()) {
            case NIGHT -> Theme.NIGHT;
            case DAY -> Theme.DAY;
            case SYSTEM ->
                    Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT
                            ? Theme.DAY
                            : Theme.NIGHT;
        };
    }

    Console console(Theme theme) {
        Console made =
                new Console(
                        Objects.requireNonNull(session).desk(),
                        theme,
                        look.motion(),
                        dispatcher,
                        Objects.requireNonNull(offer),
                        () -> System.getProperty("user.name", ""));
        made.hear(workstation.sounds());
        made.keep(views);
        made.help(help);
        return made;
    }

    void follow(Console console) {
        console.follow(dispatcher);
    }

    /// Opens one more window, a little beside the newest.
    void open() {
        WindowPlace newest = open.getLast().place();
        ConsoleStage made =
                stage(
                        new WindowPlace(
                                newest.x() + STEP,
                                newest.y() + STEP,
                                newest.width(),
                                newest.height(),
                                false,
                                "",
                                ""));
        made.house(newest.screen(), newest.theme());
        made.show();
        changed();
    }

    /// Closes a window, unless that has to be asked first.
    void close(ConsoleStage stage) {
        if (mayClose()) {
            stage.hide();
        }
    }

    /// Closes all windows, unless that has to be asked first.
    void closeAll() {
        if (mayEnd()) {
            keep();
            ending = true;
            List.copyOf(open).forEach(ConsoleStage::hide);
        }
    }

    /// True if one window may be closed now; else it is asked for a second press.
    boolean mayClose() {
        return open.size() > 1 || mayEnd();
    }

    private boolean mayEnd() {
        DeskSession shown = session;
        long acts =
                shown == null || !shown.leavesActs()
                        ? 0
                        : shown.desk().picture().leases().stream().filter(Lease::inForce).count();
        return leaving.allows(acts);
    }

    private void ask(long acts) {
        open.forEach(stage -> stage.leaving(acts));
    }

    void closed(ConsoleStage stage, WindowPlace place) {
        open.remove(stage);
        if (!open.isEmpty()) {
            changed();
            return;
        }
        gone = true;
        if (!ending && keeping) {
            layout = new Layout(List.of(place));
        }
        settled.stop();
        leaving.forget();
        scheme.unsubscribe();
        ended.run();
    }

    void changed() {
        if (keeping) {
            settled.playFromStart();
        }
    }

    private void keep() {
        if (!ending && keeping) {
            layout = new Layout(open.stream().map(ConsoleStage::place).toList());
            Layout kept = layout;
            background.execute(() -> file.write(kept));
        }
    }

    /// Writes down where windows were last, once they are gone, and waits until saved views are
    /// written; not for the FX thread.
    public void remember() {
        views.finish();
        file.write(layout);
    }
}
