package io.spillway.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.servers.SavedViews.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedViewsTest {
    private static final View HOT =
            new View("hot web", "pool:web cpu>60", List.of("server", "cpu"), "cpu", false);
    private static final View ALL =
            new View("all", "", List.of("server", "pool", "state"), "", true);

    @TempDir Path folder;

    private final List<String> troubles = new ArrayList<>();

    private SavedViews views() {
        return views(Runnable::run);
    }

    private SavedViews views(Executor disk) {
        return new SavedViews(folder.resolve("new/views.json"), disk, Runnable::run);
    }

    /// A window, and the views that it offers now.
    private final class Menu implements Consumer<List<View>> {
        private final Subscription watching;
        private List<View> offered = List.of();

        Menu(SavedViews views) {
            watching = views.watch(this, troubles::add);
        }

        @Override
        public void accept(List<View> all) {
            offered = all;
        }
    }

    @Test
    void viewsComeBackAsTheyWereSaved() {
        SavedViews views = views();
        Menu menu = new Menu(views);
        assertThat(menu.offered).isEmpty();
        views.put(HOT, troubles::add);
        views.put(ALL, troubles::add);
        assertThat(menu.offered).containsExactly(HOT, ALL);
        assertThat(new Menu(views()).offered).containsExactly(HOT, ALL);
        views.forget("hot web", troubles::add);
        assertThat(new Menu(views()).offered).containsExactly(ALL);
        assertThat(troubles).isEmpty();
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void everyWindowOffersWhatAnyOfThemSaved() {
        SavedViews views = views();
        Menu first = new Menu(views);
        Menu second = new Menu(views);
        Menu closed = new Menu(views);
        closed.watching.unsubscribe();
        views.put(HOT, troubles::add);
        assertThat(first.offered).containsExactly(HOT);
        assertThat(second.offered).containsExactly(HOT);
        assertThat(closed.offered).isEmpty();
    }

    @Test
    void aChangeIsMadeToWhatTheFileHoldsThen() {
        SavedViews here = views();
        Menu menu = new Menu(here);
        views().put(HOT, troubles::add);
        here.put(ALL, troubles::add);
        assertThat(menu.offered).containsExactly(HOT, ALL);
        assertThat(new Menu(views()).offered).containsExactly(HOT, ALL);
    }

    @Test
    void aViewIsOfferedWhileItIsBeingWritten() {
        Deque<Runnable> disk = new ArrayDeque<>();
        SavedViews views = views(disk::add);
        Menu menu = new Menu(views);
        views.put(HOT, troubles::add);
        views.put(ALL, troubles::add);
        assertThat(menu.offered).containsExactly(HOT, ALL);
        while (!disk.isEmpty()) {
            disk.remove().run();
            assertThat(menu.offered).containsExactly(HOT, ALL);
        }
        assertThat(new Menu(views()).offered).containsExactly(HOT, ALL);
    }

    @Test
    void whatWasSavedLastIsWrittenBeforeTheEnd() {
        Queue<Runnable> fx = new ConcurrentLinkedQueue<>();
        try (ExecutorService disk = Executors.newVirtualThreadPerTaskExecutor()) {
            SavedViews views = new SavedViews(folder.resolve("new/views.json"), disk, fx::add);
            for (int i = 0; i < 20; i++) {
                views.put(new View("view " + i, "", List.of("cpu"), "", true), _ -> {});
            }
            views.finish();
            assertThat(new Menu(views()).offered).hasSize(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"views\": [{\"name\": \"hot\"",
                "not json",
                "{\"views\": [{\"name\": \"\", \"columns\": [\"cpu\"]}]}",
                "{\"views\": 3}"
            })
    void aFileThatIsNotUnderstoodIsKeptAndSaidSo(String text) throws Exception {
        Path file = Files.createDirectory(folder.resolve("new")).resolve("views.json");
        Files.writeString(file, text);
        SavedViews views = views();
        Menu menu = new Menu(views);
        assertThat(troubles)
                .singleElement()
                .asString()
                .startsWith("Saved views cannot be read from " + file)
                .contains("mend it or move it away")
                .doesNotContain("\n");
        views.put(HOT, troubles::add);
        assertThat(troubles).hasSize(2);
        assertThat(file).hasContent(text);
        assertThat(menu.offered).containsExactly(HOT);

        Files.delete(file);
        new Menu(views);
        assertThat(menu.offered).containsExactly(HOT);
        views.put(ALL, troubles::add);
        assertThat(new Menu(views()).offered).containsExactly(HOT, ALL);
        assertThat(troubles).hasSize(2);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndWrittenLater() throws Exception {
        Path inTheWay = folder.resolve("new");
        Files.writeString(inTheWay, "a file where the folder should be");
        SavedViews views = views();
        views.put(HOT, troubles::add);
        assertThat(troubles)
                .singleElement()
                .asString()
                .startsWith("Saved views cannot be written to ");
        Files.delete(inTheWay);
        views.put(ALL, troubles::add);
        assertThat(new Menu(views()).offered).containsExactly(HOT, ALL);
    }
}
