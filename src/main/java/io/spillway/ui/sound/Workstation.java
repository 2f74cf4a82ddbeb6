package io.spillway.ui.sound;

import io.spillway.alarm.Alarms;
import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import java.util.function.Consumer;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What one workstation does about alarms beside drawing them: it sounds and announces them, and
/// tells the desk where nobody would hear them. For the FX thread.
public final class Workstation implements AutoCloseable {
    private final String name;
    private final Sounds sounds;
    private final Announcer announcer;
    private @Nullable DeskPort followed;
    private Subscription telling = Subscription.EMPTY;
    private Runnable leaving = () -> {};
    private String told = "";

    /// @param name as operators call it
    /// @param sounds belong to the workstation from now on
    public Workstation(String name, Sounds sounds, Notifier notifier) {
        this.name = name;
        this.sounds = sounds;
        this.announcer = new Announcer(notifier);
    }

    /// Its loudspeaker.
    public Sounds sounds() {
        return sounds;
    }

    /// Sounds and announces what the desk says from now on, and tells it each time sound fails or
    /// is well again. A desk followed before is let go of.
    public void follow(DeskPort desk, FxDispatcher dispatcher) {
        leave();
        followed = desk;
        Consumer<Picture> show = dispatcher.latest(picture -> news(desk, picture));
        AutoCloseable watching = desk.watch(show);
        leaving = () -> close(watching);
        tell(command -> {
            var _ = desk.send(command);
        });
        show(desk.picture().alarms(), true);
    }

    private void news(DeskPort desk, Picture picture) {
        // One may still be on its way when its desk is let go of.
        if (desk.equals(followed)) {
            show(picture.alarms(), looked());
        }
    }

    private static boolean looked() {
        return Window.getWindows().stream().anyMatch(Window::isFocused);
    }

    private static void close(AutoCloseable watching) {
        try {
            watching.close();
        } catch (Exception e) {
            throw new IllegalStateException("The desk would not let go of this workstation", e);
        }
    }

    private void leave() {
        followed = null;
        leaving.run();
        leaving = () -> {};
        telling.unsubscribe();
        told = "";
    }

    /// Tells the desk each time sound fails or is well again.
    void tell(Consumer<Command> desk) {
        telling =
                sounds.troubleProperty()
                        .subscribe(words -> {
                            if (!words.equals(told)) {
                                told = words;
                                desk.accept(new Command.Sound(name, words));
                            }
                        });
    }

    /// To be called with the alarms of each Picture.
    ///
    /// @param looked true while a window has the focus
    void show(Alarms alarms, boolean looked) {
        sounds.ring(alarms.ring());
        announcer.show(alarms, looked);
    }

    @Override
    public void close() {
        leave();
        sounds.close();
    }
}
