package io.spillway.ui.plot;

import io.spillway.ui.kit.Tokens;

/// The theme's colours as opaque ARGB integers, read from the theme's tokens by whoever owns them.
///
/// @param background of the panel that holds the plot, `-sw-panel`
/// @param grid hairlines, `-sw-line`
/// @param text `-sw-text`
/// @param mute `-sw-mute`
/// @param data `-sw-data`
/// @param data2 `-sw-data-2`
/// @param p1 of lines about a high alarm, `-sw-p1-ink`
/// @param p2 of lines about a medium alarm, `-sw-p2-ink`
/// @param p3 of lines about a low alarm, `-sw-p3-ink`
public record Palette(
        int background, int grid, int text, int mute, int data, int data2, int p1, int p2, int p3) {
    /// The colours of a theme.
    public static Palette of(Tokens tokens) {
        return new Palette(
                tokens.argb("panel"),
                tokens.argb("grid"),
                tokens.argb("text"),
                tokens.argb("mute"),
                tokens.argb("data"),
                tokens.argb("data-2"),
                tokens.argb("p1-ink"),
                tokens.argb("p2-ink"),
                tokens.argb("p3-ink"));
    }

    /// The colour of an ink.
    public int argb(Ink ink) {
        return switch (ink) {
            case DATA -> data;
            case DATA_2 -> data2;
            case TEXT -> text;
            case MUTE -> mute;
            case P1 -> p1;
            case P2 -> p2;
            case P3 -> p3;
        };
    }
}
