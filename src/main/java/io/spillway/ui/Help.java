package io.spillway.ui;

import java.util.function.Consumer;

/// Opens the manual. For the FX thread.
@FunctionalInterface
public interface Help {
    /// Opens a page, and returns at once.
    ///
    /// @param topic `PAGE` or `PAGE#SECTION`
    /// @param told called on the FX thread with a sentence if it could not be opened
    void open(String topic, Consumer<String> told);
}
