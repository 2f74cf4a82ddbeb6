package io.spillway.ui.kit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Writes pictures to files.
public final class PngWriter {
    private PngWriter() {}

    /// Writes a picture as PNG, replacing what is there. May be called from any thread once the
    /// picture is complete.
    ///
    /// @throws IOException if the file cannot be written
    public static void write(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try (var out = Files.newOutputStream(file)) {
            if (!ImageIO.write(copy, "png", out)) {
                throw new IOException("this Java cannot write PNG");
            }
        }
    }
}
