package io.spillway.ui.kit;

import io.spillway.desk.Picture;

/// Something on the screen that is a function of the [Picture].
public interface PictureView {
    /// Shows this Picture from now on. Called on the FX thread, only while on screen.
    void show(Picture picture);
}
