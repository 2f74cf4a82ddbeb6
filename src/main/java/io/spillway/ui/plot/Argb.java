package io.spillway.ui.plot;

import javafx.scene.paint.Color;

/// Arithmetic on opaque colours as ARGB integers.
final class Argb {
    private static final int OPAQUE = 255 << 24;

    private Argb() {}

    /// The colour at `share` (0..1) of the way from `from` to `to`.
    static int mix(int from, int to, double share) {
        int part = (int) Math.round(Math.clamp(share, 0, 1) * 256);
        int red = channel(from >> 16, to >> 16, part);
        int green = channel(from >> 8, to >> 8, part);
        int blue = channel(from, to, part);
        return OPAQUE | (red << 16) | (green << 8) | blue;
    }

    private static int channel(int from, int to, int part) {
        int a = from & 255;
        int b = to & 255;
        return a + (((b - a) * part + 128) >> 8);
    }

    /// Relative luminance as WCAG defines it, 0..1.
    static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int channel) {
        double c = (channel & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /// Contrast as WCAG defines it, 1..21.
    static double contrast(int a, int b) {
        double la = luminance(a) + 0.05;
        double lb = luminance(b) + 0.05;
        return Math.max(la, lb) / Math.min(la, lb);
    }

    /// Whichever of two colours reads better on `ground`.
    static int readable(int ground, int one, int other) {
        return contrast(ground, one) >= contrast(ground, other) ? one : other;
    }

    /// The same colour for a node.
    static Color paint(int argb) {
        return new Color(
                ((argb >> 16) & 255) / 255.0, ((argb >> 8) & 255) / 255.0, (argb & 255) / 255.0, 1);
    }
}
