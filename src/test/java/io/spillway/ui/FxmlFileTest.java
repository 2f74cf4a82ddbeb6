package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.wall.WallScenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxToolkit.class)
class FxmlFileTest {
    private static final Path FOLDER = Path.of("fxml");

    @ParameterizedTest
    @EnumSource
    void loads(FxmlFile file) {
        ScriptedDesk desk = new ScriptedDesk(SamplePictures.healthy());
        ViewLoader console =
                ConsoleGraph.loader(
                        new Acts(desk, Runnable::run),
                        new Visits(),
                        Motion.SYSTEM,
                        SampleOffer.offer(),
                        () -> "ops-1");
        boolean wall = file.name().startsWith("WALL");
        ViewLoader loader = wall ? WallScenes.loader() : console;
        var view = FxToolkit.onFx(() -> loader.load(file, Object.class));
        assertThat(view.root()).isNotNull();
        assertThat(view.controller()).isNotNull();
    }

    @Test
    void everyFileIsNamed() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(f -> "/fxml/" + f.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(FxmlFile.values())
                                    .map(FxmlFile::path)
                                    .collect(Collectors.toList()));
        }
    }
}
