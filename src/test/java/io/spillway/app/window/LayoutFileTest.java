package io.spillway.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutFileTest {
    @TempDir Path folder;

    @Test
    void whatWasKeptComesBack() {
        Layout layout =
                new Layout(
                        List.of(
                                new WindowPlace(-1200, 40, 1280, 720, false, "alarms", "day"),
                                new WindowPlace(0, 0, 1920, 1080, true, "board", "")));
        new LayoutFile(folder).write(layout);
        assertThat(new LayoutFile(folder).read()).isEqualTo(layout);
        assertThat(folder.resolve("windows.json.part")).doesNotExist();
    }

    @Test
    void nothingIsKeptAtFirst() {
        assertThat(new LayoutFile(folder).read()).isEqualTo(Layout.NONE);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1, 2",
                "{\"windows\": [{\"x\": 1}]}",
                "{\"windows\": [null]}",
                "{\"windows\": 7}",
                "{\"windows\": [{\"x\": 1e9, \"y\": 0, \"width\": 9, \"height\": 9, \"maximised\": false,"
                        + " \"screen\": \"board\", \"theme\": \"\"}]}"
            })
    void whatCannotBeReadIsKeptAside(String text) throws IOException {
        Files.writeString(folder.resolve("windows.json"), text);
        assertThat(new LayoutFile(folder).read()).isEqualTo(Layout.NONE);
        assertThat(folder.resolve("windows.json")).doesNotExist();
        assertThat(folder.resolve("windows.json.malformed")).hasContent(text);
    }
}
