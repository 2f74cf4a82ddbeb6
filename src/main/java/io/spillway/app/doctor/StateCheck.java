package io.spillway.app.doctor;

import io.spillway.desk.Picture;
import io.spillway.desk.RemoteDesk;
import io.spillway.desk.StateFolder;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks at a state folder, and changes nothing in it.
public final class StateCheck {
    private static final String DISK = "disk";
    private static final long MIB = 1 << 20;

    /// Below this a day's past and journal may not fit.
    private static final long SCARCE = 500 * MIB;

    private static final long TOO_LITTLE = 50 * MIB;

    private final Path folder;

    /// @param folder exists
    public StateCheck(Path folder) {
        this.folder = folder;
    }

    /// Looks at everything.
    public List<Finding> look() {
        List<Finding> all = new ArrayList<>();
        all.add(room());
        all.add(journal());
        all.add(desk());
        return all;
    }

    private Finding room() {
        if (!Files.isWritable(folder)) {
            return Finding.fail(
                    DISK,
                    folder + " cannot be written: check its rights, or name another with --state");
        }
        try {
            long room = Files.getFileStore(folder).getUsableSpace();
            String text = "%,d MiB free for %s".formatted(room / MIB, folder);
            if (room < TOO_LITTLE) {
                return Finding.fail(DISK, text + ": the journal may not fit, make room");
            }
            return room < SCARCE
                    ? Finding.note(DISK, text + ": make room soon")
                    : Finding.ok(DISK, text);
        } catch (IOException e) {
            return Finding.fail(DISK, "the disk of %s cannot be asked: %s".formatted(folder, e));
        }
    }

    private Finding journal() {
        Path file = StateFolder.journal(folder);
        if (!Files.exists(file)) {
            return Finding.ok("journal", "none yet");
        }
        try {
            Journal.check(file);
            return Finding.ok("journal", "%,d KiB, sound".formatted(Files.size(file) / 1024));
        } catch (JournalException | IOException e) {
            return Finding.fail("journal", String.valueOf(e.getMessage()));
        }
    }

    private Finding desk() {
        try (RemoteDesk remote = new RemoteDesk(StateFolder.socket(folder))) {
            Picture picture = remote.picture();
            return Finding.ok(
                    "desk",
                    "one runs there, of site \"%s\", tick %,d"
                            .formatted(picture.site(), picture.tick()));
        } catch (IOException e) {
            return Finding.ok("desk", "none runs there");
        }
    }
}
