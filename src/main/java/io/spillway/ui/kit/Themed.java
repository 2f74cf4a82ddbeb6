package io.spillway.ui.kit;

/// Something that draws pixels itself and so needs the theme's colours.
public interface Themed {
    /// Draws with these colours from now on. Called on the FX thread.
    void dress(Tokens tokens);
}
