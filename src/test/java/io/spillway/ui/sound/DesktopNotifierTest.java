package io.spillway.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopNotifierTest {
    @TempDir private Path folder;

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theDesktopsProgramGetsTheWordsAsTheyAre() throws IOException {
        Path out = folder.resolve("out");
        program(
                "notify-send",
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > "
                        + out
                        + ".new; mv "
                        + out
                        + ".new "
                        + out
                        + "\n");
        new DesktopNotifier("Linux", "/nowhere:" + folder)
                .say("Spillway: high alarm", "$(touch /tmp/x) `id` -n");
        await().until(() -> Files.exists(out));
        assertThat(Files.readAllLines(out))
                .endsWith("--", "Spillway: high alarm", "$(touch /tmp/x) `id` -n");
    }

    @Test
    void wordsAreNoPartOfTheScript() throws IOException {
        program("osascript", "#!/bin/sh\n");
        var command =
                new DesktopNotifier("Mac OS X", folder.toString())
                        .command("title", "\" & (do shell script \"id\")");
        assertThat(command).endsWith("title", "\" & (do shell script \"id\")");
        assertThat(String.join(" ", command.subList(0, command.size() - 1)))
                .doesNotContain("do shell script");
    }

    @Test
    void whereThereIsNoProgramNothingIsRun() {
        assertThat(new DesktopNotifier("Linux", folder + ":").command("a", "b")).isEmpty();
        assertThat(new DesktopNotifier("Windows 11", folder.toString()).command("a", "b"))
                .isEmpty();
    }
}
