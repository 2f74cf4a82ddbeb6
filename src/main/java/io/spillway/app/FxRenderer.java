package io.spillway.app;

import io.spillway.app.cli.Folders;
import io.spillway.app.cli.Renderer;
import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.Snapshot;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Draws screens into PNG files, in memory.
final class FxRenderer implements Renderer {
    private final Folders folders;

    FxRenderer(Folders folders) {
        this.folders = folders;
    }

    @Override
    public void render(Request request, Picture picture, @Nullable Plan plan) throws IOException {
        FxToolkit.inMemory();
        Picture shown = plan == null ? picture : picture.withPlans(List.of(plan));
        WritableImage image =
                FxToolkit.await(
                        CompletableFuture.supplyAsync(
                                () -> draw(request, shown), new FxDispatcher()));
        Path half = request.out().resolveSibling(request.out().getFileName() + ".part");
        PngWriter.write(image, half);
        Files.move(half, request.out(), StandardCopyOption.REPLACE_EXISTING);
    }

    private WritableImage draw(Request request, Picture picture) {
        FxLanguage.speak(request.language());
        return Snapshot.png(
                request.screen(),
                picture,
                request.theme(),
                request.width(),
                request.height(),
                new FirstRunOffer(folders.configuration().toString(), null, null));
    }
}
