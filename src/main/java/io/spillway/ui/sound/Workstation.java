package io.spillway.ui.sound;

import io.spillway.alarm.Alarms;
import io.spillway.desk.Command;
import java.util.function.Consumer;

/// What one workstation does about alarms beside drawing them: it sounds and announces them, and
/// tells the desk where nobody would hear them. For the FX thread.
public final class Workstation implements AutoCloseable {
    private final String name;
    private final Sounds sounds;
    private final Announcer announcer;
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

    /// Tells the desk each time sound fails or is well again.
    public void tell(Consumer<Command> desk) {
        var _ =
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
    /// @param looked true while the window has the focus
    public void show(Alarms alarms, boolean looked) {
        sounds.ring(alarms.ring());
        announcer.show(alarms, looked);
    }

    @Override
    public void close() {
        sounds.close();
    }
}
