package io.spillway.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages are found beside the program and handed to the desktop's own opener.
class OpenerTest {
    @TempDir Path home;

    private final List<Help.Trouble> told = new ArrayList<>();

    @BeforeEach
    void furnish() throws IOException {
        Path docs = Files.createDirectories(home.resolve("app/docs"));
        for (String name : List.of("index.html", "screens.html", "screens.board.html")) {
            Files.createFile(docs.resolve(name));
        }
    }

    private Manual manual() {
        return Manual.beside(home.resolve("app/spillway.jar"));
    }

    private Opener opener(String system) {
        return new Opener(this::manual, system, home.toString(), Runnable::run, Runnable::run);
    }

    private void program(String name, int exit) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(
                file, "#!/bin/sh\necho \"$1\" > '%s/opened'\nexit %d\n".formatted(home, exit));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void thePageOfTheSectionIsOpened() throws IOException {
        program("xdg-open", 0);
        opener("Linux").open("screens#board", told::add);
        assertThat(told).isEmpty();
        assertThat(home.resolve("opened")).content().contains("/app/docs/screens.board.html");
        opener("Linux").open("screens#nothing-of-that-name", told::add);
        assertThat(home.resolve("opened")).content().contains("/app/docs/screens.html");
    }

    @Test
    void whereNothingOpensItThePlaceIsSaid() throws IOException {
        opener("Linux").open("screens#board", told::add);
        program("xdg-open", 3);
        opener("Linux").open("screens#board", told::add);
        assertThat(told)
                .hasSize(2)
                .allSatisfy(t -> assertThat(t.place()).endsWith("/app/docs/screens.board.html"))
                .allMatch(Help.Trouble::there);
    }

    @Test
    void aManualThatIsNotThereIsSaid() {
        new Opener(
                        () -> Manual.beside(home.resolve("elsewhere/spillway.jar")),
                        "Linux",
                        home.toString(),
                        Runnable::run,
                        Runnable::run)
                .open("screens#board", told::add);
        assertThat(told)
                .containsExactly(
                        new Help.Trouble(false, home.resolve("elsewhere/docs").toString()));
    }

    @Test
    void otherDesktopsHaveOtherPrograms() throws IOException {
        program("open", 0);
        Path page = home.resolve("app/docs/index.html");
        assertThat(opener("Mac OS X").command(page))
                .containsExactly(home.resolve("open").toString(), page.toString());
        assertThat(opener("Windows 11").command(page))
                .startsWith("rundll32")
                .last()
                .asString()
                .startsWith("file:");
    }

    @Test
    void aCloneThatWasNotBuiltHasItsTexts() throws IOException {
        Path docs = Files.createDirectories(home.resolve("clone/docs"));
        Files.createFile(docs.resolve("alarms.md"));
        Manual texts = Manual.beside(Files.createDirectories(home.resolve("clone/target/classes")));
        assertThat(texts.pages()).containsExactly("alarms");
        assertThat(texts.page("alarms#queue")).contains(docs.resolve("alarms.md"));
        assertThat(texts.page("../alarms")).isEmpty();
        assertThat(manual().pages()).containsExactly("index", "screens");
    }
}
