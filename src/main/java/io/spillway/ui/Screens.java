package io.spillway.ui;

import io.spillway.action.Lease;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Server;
import io.spillway.relief.Plan;
import io.spillway.ui.alarms.AlarmsController;
import io.spillway.ui.board.BoardController;
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
import io.spillway.ui.plan.ConsentController;
import io.spillway.ui.plan.PlanController;
import io.spillway.ui.plan.UndoController;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.servers.ServerSheetController;
import io.spillway.ui.servers.ServersController;
import io.spillway.ui.setup.SetupController;
import io.spillway.ui.sound.SoundController;
import io.spillway.ui.traffic.TrafficController;
import io.spillway.ui.why.WhySheetController;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Holds the screens and sheets, shows the one asked for, and hands on Pictures to what is on the
/// screen and to nothing else.
final class Screens implements Navigator, PictureView {
    private final View<ShellController> shell;
    private final Later<BoardController> board;
    private final Later<ServersController> servers;
    private final Later<AlarmsController> alarms;
    private final Later<TrafficController> traffic;
    private final Later<SetupController> setup;
    private final Later<FirstRunController> firstRun;
    private final Later<PlanController> plan;
    private final Later<ConsentController> consent;
    private final Later<UndoController> undo;
    private final Later<OperateController> operate;
    private final Later<WhySheetController> why;
    private final Later<ServerSheetController> server;
    private final Later<PaletteController> palette;
    private final Later<KeyMapController> keyMap;
    private final Commands commands;
    private @Nullable Screen current;
    private Runnable changed = () -> {};
    private boolean chosen;
    private Subscription kept = Subscription.EMPTY;
    private @Nullable Picture picture;

    Screens(Acts acts, Motion motion, FirstRunOffer offer, Supplier<String> user) {
        ViewLoader loader = ConsoleGraph.loader(acts, this, motion, offer, user);
        shell = loader.load(FxmlFile.SHELL, ShellController.class);
        board = new Later<>(loader, FxmlFile.BOARD, BoardController.class);
        servers = new Later<>(loader, FxmlFile.SERVERS, ServersController.class);
        alarms = new Later<>(loader, FxmlFile.ALARMS, AlarmsController.class);
        traffic = new Later<>(loader, FxmlFile.TRAFFIC, TrafficController.class);
        setup = new Later<>(loader, FxmlFile.SETUP, SetupController.class);
        firstRun = new Later<>(loader, FxmlFile.FIRST_RUN, FirstRunController.class);
        plan = new Later<>(loader, FxmlFile.PLAN_SHEET, PlanController.class);
        consent = new Later<>(loader, FxmlFile.CONSENT, ConsentController.class);
        undo = new Later<>(loader, FxmlFile.UNDO_SHEET, UndoController.class);
        operate = new Later<>(loader, FxmlFile.OPERATE, OperateController.class);
        why = new Later<>(loader, FxmlFile.WHY_SHEET, WhySheetController.class);
        server = new Later<>(loader, FxmlFile.SERVER_SHEET, ServerSheetController.class);
        palette = new Later<>(loader, FxmlFile.PALETTE, PaletteController.class);
        keyMap = new Later<>(loader, FxmlFile.KEY_MAP, KeyMapController.class);
        commands = new Commands(this);
    }

    /// Loads one view that nobody has asked for yet, so that it is there at once when somebody
    /// does.
    void prepare() {
        Stream.of(servers, alarms, plan, why, operate, server, traffic, setup, palette, undo)
                .filter(view -> !view.loaded())
                .findFirst()
                .ifPresent(Later::root);
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
        board.wish(controller -> controller.dress(tokens));
        alarms.wish(controller -> controller.dress(tokens));
        server.wish(controller -> controller.dress(tokens));
        setup.wish(c -> c.room().dress(theme, () -> commands.press(Shortcut.THEME), sound()));
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
        Stream.of(plan, consent, undo, operate, why, server, palette)
                .forEach(sheet -> sheet(sheet, next));
    }

    private void sheet(Later<? extends PictureView> view, Picture next) {
        if (view.loaded() && shell.controller().isOpen(view.root())) {
            view.controller().show(next);
        }
    }

    private void refresh(Picture next) {
        if (current != null) {
            view(current).controller().show(next);
        }
    }

    private Later<? extends PictureView> view(Screen screen) {
        return switch (screen) {
            case BOARD, PLAN -> board;
            case SERVERS -> servers;
            case ALARMS -> alarms;
            case TRAFFIC -> traffic;
            case SETUP -> setup;
            case FIRST_RUN -> firstRun;
        };
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
            shell.controller().show(screen, view(screen).root());
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
        if (now != null && open(plan.root())) {
            opened.accept(plan.controller(), now);
        }
    }

    @Override
    public void openConsent(Command.Apply apply, Reply asked, Consumer<Reply> done) {
        Picture now = picture;
        if (now != null && open(consent.root())) {
            consent.controller().open(apply, asked, now, done);
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
        if (act.isPresent() && open(undo.root())) {
            undo.controller().open(act.get(), now);
        }
    }

    @Override
    public void openOperate() {
        Picture now = picture;
        if (now != null && now.state() != Picture.State.UNCONFIGURED && open(operate.root())) {
            operate.controller().show(now);
            operate.controller().begin();
        }
    }

    @Override
    public void openServer(String name) {
        show(Screen.SERVERS);
        servers.controller().look(name);
    }

    @Override
    public void openServers(List<Server> chosen) {
        show(Screen.SERVERS);
        servers.controller().look(chosen);
    }

    @Override
    public void inspect(String name) {
        Picture now = picture;
        if (now != null && open(server.root())) {
            server.controller().open(name, now);
        }
    }

    @Override
    public void openWhy() {
        Picture now = picture;
        if (now != null && now.state() != Picture.State.UNCONFIGURED && open(why.root())) {
            why.controller().open(now);
        }
    }

    @Override
    public void openCommands() {
        Picture now = picture;
        if (now != null && open(palette.root())) {
            palette.controller().open(commands, now);
        }
    }

    /// Lists every key.
    void openKeyMap() {
        if (open(keyMap.root())) {
            keyMap.controller().open();
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
    Subscription keep(SavedViews views) {
        servers.wish(controller -> kept = controller.keep(views));
        return () -> kept.unsubscribe();
    }

    /// Goes to the table of servers, ready to type a filter.
    void findServer() {
        show(Screen.SERVERS);
        servers.controller().focusFilter();
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
        shell.controller().close();
    }

    private boolean open(Node sheet) {
        if (shell.controller().isOpen(sheet)) {
            return false;
        }
        shell.controller().open(sheet);
        return true;
    }
}
