package io.spillway.ui.wall;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Fit;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Room;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.kit.Viewer;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/// What hangs on the wall: one screen's content. It takes neither keys nor pointer. For the FX
/// thread.
public final class Wall implements PictureView {
    private final Fit fit;
    private final List<Page.View> views;
    private final Turns turns;
    private final WallController controller;
    private final WallPane pane;
    private final Scene scene;
    private int shown = -1;
    private boolean called;

    /// What a wall shows.
    ///
    /// @param viewer who has to read it
    /// @param pages at least one, in turn
    /// @param each how long each view stands
    /// @param theme its colours
    public record Programme(Viewer viewer, List<Page> pages, Duration each, Theme theme) {
        public Programme {
            pages = List.copyOf(pages);
        }
    }

    /// A wall that shows nothing yet.
    ///
    /// @param width in pixels
    /// @param height in pixels
    /// @param screen which of several screens it is, from 0
    /// @param at which view begins, from 0
    /// @param now epoch milliseconds of real time, for turns and against burn-in
    public Wall(Programme plan, double width, double height, int screen, int at, long now) {
        fit = Fit.of(plan.viewer(), width, height);
        views = plan.pages().stream().flatMap(p -> p.views(fit.room()).stream()).toList();
        turns = new Turns(views.size(), plan.each(), screen, at, now);
        controller = loader(fit.room()).load(FxmlFile.WALL, WallController.class).controller();
        controller.notice("");
        controller.dress(Tokens.of(plan.theme()));
        pane = new WallPane(controller.root(), fit.scale());
        scene = new Scene(pane, width, height);
        scene.setCursor(Cursor.NONE);
        scene.addEventFilter(InputEvent.ANY, Event::consume);
        plan.theme().apply(scene);
        pulse(now);
    }

    /// Which controllers the wall has.
    static ViewLoader loader(Room room) {
        Flash flash = new Flash(Motion.SYSTEM);
        Map<Class<?>, Supplier<?>> map =
                Map.of(
                        WallController.class, () -> new WallController(room, flash),
                        HeadController.class, () -> new HeadController(room, flash));
        return new ViewLoader(map);
    }

    @Override
    public void show(Picture picture) {
        called = WallController.calls(picture);
        controller.show(picture);
    }

    /// To be called about once a second: turns pages, and moves everything a little.
    ///
    /// @param now epoch milliseconds of real time
    public void pulse(long now) {
        int at = turns.at(now, called);
        if (at != shown) {
            shown = at;
            controller.view(views.get(at), at + 1, views.size());
        }
        pane.shift(Shift.at(now));
    }

    /// The view that is shown, from 0.
    public int at() {
        return shown;
    }

    /// Says at the foot whether what operators acknowledge is known here.
    public void shared(boolean shared) {
        controller.notice(shared ? "" : Words.of("wall.not-shared"));
    }

    /// How it fits.
    public Fit fit() {
        return fit;
    }

    /// The scene that holds it.
    public Scene scene() {
        return scene;
    }
}
