package io.spillway.ui.plot;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A picture made of opaque pixels that are written one by one and shown together.
final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    /// A picture of at least one pixel.
    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.buffer =
                new PixelBuffer<>(
                        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Image image() {
        return image;
    }

    int get(int x, int y) {
        return pixels[y * width + x];
    }

    void set(int x, int y, int argb) {
        pixels[y * width + x] = argb;
    }

    /// Paints a pixel with a colour that covers `share` (0..1) of it.
    void blend(int x, int y, int argb, double share) {
        int at = y * width + x;
        pixels[at] = Argb.mix(pixels[at], argb, share);
    }

    /// Fills a box; what lies outside the picture is left out.
    void box(int x, int y, int wide, int high, int argb) {
        int left = Math.max(0, x);
        int right = Math.min(width, x + wide);
        for (int py = Math.max(0, y); py < Math.min(height, y + high); py++) {
            // Most boxes are a few pixels wide: not worth a call.
            for (int at = py * width + left; at < py * width + right; at++) {
                pixels[at] = argb;
            }
        }
    }

    /// Paints a whole column.
    void column(int x, int argb) {
        for (int at = x; at < pixels.length; at += width) {
            pixels[at] = argb;
        }
    }

    void fill(int argb) {
        Arrays.fill(pixels, argb);
    }

    /// Shows what was written in the columns from `left` up to `right`, exclusive.
    void update(int left, int right) {
        buffer.updateBuffer(b -> new Rectangle2D(left, 0, right - left, height));
    }
}
