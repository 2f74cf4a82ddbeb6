package io.spillway.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.ui.servers.SavedViews.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedViewsTest {
    private static final View HOT =
            new View("hot web", "pool:web cpu>60", List.of("server", "cpu"), "cpu", false);

    @TempDir Path folder;

    private final List<List<View>> found = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    private SavedViews views() {
        return new SavedViews(() -> folder.resolve("new/views.json"), Runnable::run);
    }

    private List<View> load(SavedViews views) {
        found.clear();
        views.load(found::add, trouble::set);
        await().until(() -> !found.isEmpty() || !trouble.get().isEmpty());
        return found.isEmpty() ? List.of() : found.getFirst();
    }

    @Test
    void viewsComeBackAsTheyWereSaved() {
        SavedViews views = views();
        assertThat(load(views)).isEmpty();
        View all = new View("all", "", List.of("server", "pool", "state"), "", true);
        views.save(List.of(HOT, all), trouble::set);
        assertThat(load(views)).containsExactly(HOT, all);
        assertThat(load(views())).containsExactly(HOT, all);
        assertThat(trouble).hasValue("");
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.new");
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
        assertThat(load(views)).isEmpty();
        assertThat(found).isEmpty();
        assertThat(trouble.get())
                .startsWith("Saved views cannot be read from " + file)
                .contains("mend it or move it away")
                .doesNotContain("\n");
        views.save(List.of(HOT), trouble::set);
        trouble.set("");
        load(views);
        assertThat(file).hasContent(text);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(folder.resolve("new"), "a file where the folder should be");
        views().save(List.of(HOT), trouble::set);
        await().until(() -> !trouble.get().isEmpty());
        assertThat(trouble.get()).startsWith("Saved views cannot be written to ");
    }
}
