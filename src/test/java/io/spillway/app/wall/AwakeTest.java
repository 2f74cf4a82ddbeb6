package io.spillway.app.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwakeTest {
    @TempDir Path dir;

    @Test
    void sleepIsHeldOffByWhatThereIsForAsLongAsItIsOpen() throws Exception {
        Path command =
                Files.writeString(
                        dir.resolve("systemd-inhibit"),
                        "#!/bin/sh\necho \"$@\" > '%1$s/asked'\ncat\necho over > '%1$s/over'\n"
                                .formatted(dir));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        try (Awake awake = new Awake("Linux", dir.toString())) {
            assertThat(awake).isNotNull();
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(dir.resolve("asked")));
            assertThat(Files.readString(dir.resolve("asked"))).startsWith("--what=idle:sleep");
            assertThat(dir.resolve("over")).doesNotExist();
        }
    }

    @Test
    void everySystemIsKnownOrDoesWithout() {
        assertThat(Awake.commands("Linux").getFirst()).contains("systemd-inhibit");
        assertThat(Awake.commands("Mac OS X").getFirst()).contains("caffeinate");
        assertThat(Awake.commands("Windows 11")).isEmpty();
    }
}
