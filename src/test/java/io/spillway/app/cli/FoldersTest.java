package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldersTest {
    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({
        "Linux,      /h/.config/spillway,                         /h/.local/state/spillway",
        "Mac OS X,   /h/Library/Application Support/Spillway,     /h/Library/Application Support/Spillway/state",
        "Windows 11, /roaming/Spillway,                           /local/Spillway/state"
    })
    void eachSystemHasItsPlaces(String system, Path configuration, Path state) {
        Map<String, String> environment = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
        Folders folders = new Folders(system, Path.of("/h"), environment::get);
        assertThat(folders.configuration()).isEqualTo(configuration.resolve("spillway.yaml"));
        assertThat(folders.state()).isEqualTo(state);
    }

    @Test
    void whatIsMadeIsTheUsersAlone() throws IOException {
        Folders folders = new Folders("Linux", home, _ -> null);
        Path made = folders.made(home.resolve("a/b"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Folders folders = new Folders("Linux", home, _ -> null);
        Path file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> folders.made(file.resolve("below")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("--state");
    }
}
