package io.spillway.ui;

import java.util.function.Consumer;

/// Opens the manual. For the FX thread.
@FunctionalInterface
public interface Help {
    /// Why a page was not opened.
    ///
    /// @param there false if there is no manual
    /// @param place the page's file, or the folder in which the manual should be
    record Trouble(boolean there, String place) {}

    /// Opens a page, and returns at once.
    ///
    /// @param topic `PAGE` or `PAGE#SECTION`
    /// @param told called on the FX thread if it could not be opened
    void open(String topic, Consumer<Trouble> told);
}
