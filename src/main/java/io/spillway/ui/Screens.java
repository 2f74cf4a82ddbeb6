package io.spillway.ui;

import io.spillway.action.Lease;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Server;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Shortcut;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.kit.ViewLoader.View;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plan.PlanController;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.sound.SoundController;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Holds the screens and sheets, shows the one asked for, and hands on Pictures to what is on the
/// screen and to nothing else.
final class Screens implements Navigator, PictureView {
    private final View<ShellController> shell;
    private final Views views;
    private final Commands commands;
    private @Nullable Screen current;
    private Runnable changed = () -> {};
    private boolean chosen;
    private Subscription kept = Subscription.EMPTY;
    private @Nullable Picture picture;

    Screens(Acts acts, Motion motion, FirstRunOffer offer, Supplier<String> user) {
        ViewLoader loader = ConsoleGraph.loader(acts, this, motion, offer, user);
        shell = loader.load(FxmlFile.SHELL, ShellController.class);
        views = new Views(loader);
        commands = new Commands(this);
    }

    /// Loads one view that nobody has asked for yet, so that it is there at once when somebody
    /// does.
    void prepare() {
        views.prepare();
    }

    /// What this console can be asked for.
    Commands commands() {
        return commands;
    }

    /// How many sheets lie over the screen.
    int openSheets() {
        return shell.controller().openSheets();
    }

    Region root() {
        return shell.controller().root();
    }

    void dress(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        views.board.wish(controller -> controller.dress(tokens));
        views.alarms.wish(controller -> controller.dress(tokens));
        views.server.wish(controller -> controller.dress(tokens));
        views.setup.wish(c -> c.room().dress(theme, () -> commands.press(Shortcut.THEME), sound()));
    }

    @Override
    public void show(Picture next) {
        picture = next;
        shell.controller().show(next);
        boolean nothing = next.state() == Picture.State.UNCONFIGURED;
        if (!chosen || (current == Screen.FIRST_RUN && !nothing)) {
            go(nothing ? Screen.FIRST_RUN : Screen.BOARD);
        } else {
            refresh(next);
        }
        views.sheets()
                .filter(sheet -> shell.controller().isOpen(sheet.root()))
                .forEach(sheet -> sheet.controller().show(next));
    }

    private void refresh(Picture next) {
        Screen screen = current;
        if (screen != null) {
            views.of(screen).controller().show(next);
        }
    }

    /// The screen that is shown, below any sheet.
    Screen current() {
        return current == null ? Screen.BOARD : current;
    }

    /// Calls back each time another screen is shown.
    void onChange(Runnable told) {
        changed = told;
    }

    private void go(Screen screen) {
        if (current != screen) {
            current = screen;
            shell.controller().tell("");
            shell.controller().show(screen, views.of(screen).root());
            changed.run();
        }
        if (picture != null) {
            refresh(picture);
        }
    }

    @Override
    public void show(Screen screen) {
        chosen = true;
        while (shell.controller().close() != null) {
            // Sheets belong to the screen that opened them.
        }
        go(below(screen));
        if (screen == Screen.PLAN && picture != null) {
            picture.plans().stream()
                    .findFirst()
                    .ifPresentOrElse(this::openPlan, () -> firstPool().ifPresent(this::openPlan));
        }
    }

    /// Where nothing is configured the first screen stands in the Board's place.
    private Screen below(Screen screen) {
        if (screen != Screen.BOARD && screen != Screen.PLAN) {
            return screen;
        }
        boolean nothing = picture != null && picture.state() == Picture.State.UNCONFIGURED;
        return nothing ? Screen.FIRST_RUN : Screen.BOARD;
    }

    private Optional<String> firstPool() {
        return picture == null
                ? Optional.empty()
                : picture.fleet().pools().stream().map(p -> p.name()).findFirst();
    }

    @Override
    public void openPlan(String pool) {
        plan((sheet, now) -> sheet.open(pool, now));
    }

    @Override
    public void openPlan(Plan made) {
        plan((sheet, now) -> sheet.open(made, now));
    }

    @Override
    public void openPlan(PlanRequest request) {
        plan((sheet, now) -> sheet.open(request, now));
    }

    private void plan(BiConsumer<PlanController, Picture> opened) {
        Picture now = picture;
        if (now != null && open(views.plan.root())) {
            opened.accept(views.plan.controller(), now);
        }
    }

    @Override
    public void openConsent(Command.Apply apply, Reply asked, Consumer<Reply> done) {
        Picture now = picture;
        if (now != null && open(views.consent.root())) {
            views.consent.controller().open(apply, asked, now, done);
        }
    }

    @Override
    public void openUndo(String lease) {
        Picture now = picture;
        if (now == null) {
            return;
        }
        Optional<Lease> act =
                now.leases().stream()
                        .filter(l -> l.inForce() && (lease.isEmpty() || l.id().equals(lease)))
                        .max(Comparator.comparing(Lease::since));
        if (act.isPresent() && open(views.undo.root())) {
            views.undo.controller().open(act.get(), now);
        }
    }

    @Override
    public void openOperate() {
        Picture now = picture;
        if (now != null
                && now.state() != Picture.State.UNCONFIGURED
                && open(views.operate.root())) {
            views.operate.controller().show(now);
            views.operate.controller().begin();
        }
    }

    @Override
    public void openServer(String name) {
        show(Screen.SERVERS);
        views.servers.controller().look(name);
    }

    @Override
    public void openServers(List<Server> chosen) {
        show(Screen.SERVERS);
        views.servers.controller().look(chosen);
    }

    @Override
    public void inspect(String name) {
        Picture now = picture;
        if (now != null && open(views.server.root())) {
            views.server.controller().open(name, now);
        }
    }

    @Override
    public void openWhy() {
        Picture now = picture;
        if (now != null && now.state() != Picture.State.UNCONFIGURED && open(views.why.root())) {
            views.why.controller().open(now);
        }
    }

    @Override
    public void openCommands() {
        Picture now = picture;
        if (now != null && open(views.palette.root())) {
            views.palette.controller().open(commands, now);
        }
    }

    /// Lists every key.
    void openKeyMap() {
        if (open(views.keyMap.root())) {
            views.keyMap.controller().open();
        }
    }

    /// What was shown last.
    @Nullable Picture picture() {
        return picture;
    }

    /// The loudspeaker in the header.
    SoundController sound() {
        return shell.controller().sound();
    }

    /// Offers saved views of the servers there.
    Subscription keep(SavedViews saved) {
        views.servers.wish(controller -> kept = controller.keep(saved));
        return () -> kept.unsubscribe();
    }

    /// Goes to the table of servers, ready to type a filter.
    void findServer() {
        show(Screen.SERVERS);
        views.servers.controller().focusFilter();
    }

    /// Says that the desk has published nothing for so long; zero ends that.
    void silent(Duration since) {
        shell.controller().silent(since);
    }

    /// Says that so many acts in force would be left to nobody; zero ends that.
    void leaving(long acts) {
        shell.controller().leaving(acts);
    }

    @Override
    public void closeSheet() {
        shell.controller().tell("");
        shell.controller().close();
    }

    /// What the manual says of what is in front, as [Help] takes it.
    String topic() {
        return views.topic(current(), shell.controller().front());
    }

    /// Says where the manual lies, until something else is looked at.
    void tell(Help.Trouble trouble) {
        shell.controller()
                .tell(
                        trouble.there()
                                ? Words.of("shell.page-not-opened", trouble.place())
                                : Words.of("shell.no-manual", trouble.place()));
    }

    private boolean open(Node sheet) {
        if (shell.controller().isOpen(sheet)) {
            return false;
        }
        shell.controller().open(sheet);
        return true;
    }
}
