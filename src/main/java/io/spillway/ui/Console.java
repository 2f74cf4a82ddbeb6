package io.spillway.ui;

import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Shortcut;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.sound.Sounds;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The console: one window's content, drawn from the Pictures of one desk. All calls are for the FX
/// thread. The desk stays its owner's: closing the console only stops watching it.
public final class Console implements AutoCloseable {
    private final DeskPort desk;
    private final Screens screens;
    private final Watchdog watchdog;
    private final long drawn;
    private Theme theme;
    private @Nullable Scene scene;
    private @Nullable AutoCloseable watching;
    private Runnable changed = () -> {};
    private Subscription views = Subscription.EMPTY;

    /// A console that has drawn the desk's newest Picture, but does not follow the desk yet.
    ///
    /// @param offer what the first screen offers where nothing is configured
    /// @param user who sits at this workstation
    public Console(
            DeskPort desk,
            Theme theme,
            FxDispatcher dispatcher,
            FirstRunOffer offer,
            Supplier<String> user) {
        this(desk, theme, Motion.SYSTEM, dispatcher, offer, user);
    }

    /// As above, where the workstation says how much may move.
    public Console(
            DeskPort desk,
            Theme theme,
            Motion motion,
            FxDispatcher dispatcher,
            FirstRunOffer offer,
            Supplier<String> user) {
        this.desk = desk;
        this.theme = theme;
        this.watchdog = new Watchdog();
        this.screens = new Screens(new Acts(desk, dispatcher), motion, offer, user);
        Picture picture = desk.picture();
        drawn = picture.tick();
        screens.dress(theme);
        screens.show(picture);
    }

    /// Draws each new Picture of the desk from now on.
    public void follow(FxDispatcher dispatcher) {
        if (watching == null) {
            // One may have come while the views were loaded.
            if (desk.picture().tick() != drawn) {
                screens.show(desk.picture());
            }
            watching = desk.watch(dispatcher.latest(this::news));
            watchdog.begin(screens::silent);
        }
    }

    private void news(Picture picture) {
        // One may still be on its way when the window is closed.
        if (watching != null) {
            watchdog.fed(picture);
            screens.show(picture);
            if (picture.tick() > 1) {
                screens.prepare();
            }
        }
    }

    /// Shows from now on how loud this workstation is, and whether it can be heard.
    public void hear(Sounds sounds) {
        screens.sound().hear(sounds);
    }

    /// Offers saved views of the servers until it is closed.
    public void keep(SavedViews saved) {
        views = screens.keep(saved);
    }

    /// Lets commands open and close windows from now on.
    public void within(Windows windows) {
        screens.commands().on(Shortcut.NEW_WINDOW, windows::open);
        screens.commands().on(Shortcut.CLOSE_WINDOW, windows::close);
        screens.commands().on(Shortcut.CLOSE_ALL, windows::closeAll);
        screens.onChange(windows::changed);
        changed = windows::changed;
    }

    /// Lets the console open the manual from now on.
    public void help(Help help) {
        screens.commands().on(Shortcut.HELP, () -> help.open(screens.topic(), screens::tell));
    }

    /// Asks for a second press before so many acts in force are left to nobody; zero ends that.
    public void leaving(long acts) {
        screens.leaving(acts);
    }

    /// The outermost node, without stylesheets.
    public Region root() {
        return screens.root();
    }

    /// The scene that holds the console, dressed in its theme. The first call makes it, and only
    /// that call's size counts.
    public Scene scene(double width, double height) {
        Scene made = scene;
        if (made == null) {
            made = new Scene(root(), width, height);
            theme.apply(made);
            screens.commands().on(Shortcut.THEME, this::change);
            screens.commands().install(made);
            scene = made;
        }
        return made;
    }

    private void change() {
        wear(theme.other());
        changed.run();
    }

    /// Where a key or a command may lead.
    public Navigator navigator() {
        return screens;
    }

    /// Goes to a screen; [Screen#PLAN] opens the most helpful plan over the Board.
    public void show(Screen screen) {
        screens.show(screen);
    }

    /// The screen that is shown, below any sheet.
    public Screen screen() {
        return screens.current();
    }

    /// Draws a Picture now, whatever the desk has.
    public void show(Picture picture) {
        screens.show(picture);
    }

    /// Opens the sheet of a pool's plan.
    public void openPlan(String pool) {
        screens.openPlan(pool);
    }

    /// The theme worn.
    public Theme theme() {
        return theme;
    }

    /// Changes clothes.
    public void wear(Theme other) {
        theme = other;
        screens.dress(other);
        if (scene != null) {
            other.apply(scene);
        }
    }

    /// Stops following the desk, and lets go of all that would outlive the window.
    @Override
    public void close() {
        AutoCloseable w = watching;
        watching = null;
        watchdog.end();
        views.unsubscribe();
        screens.sound().deafen();
        if (w != null) {
            try {
                w.close();
            } catch (Exception e) {
                throw new IllegalStateException("The desk would not let go of this console", e);
            }
        }
    }
}
