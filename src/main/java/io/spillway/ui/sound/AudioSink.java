package io.spillway.ui.sound;

import java.io.IOException;

/// Where sound goes. For one thread, which may have to wait in it.
interface AudioSink extends AutoCloseable {
    /// Looks whether there is a device.
    ///
    /// @throws IOException with a sentence for operators if there is none
    void check() throws IOException;

    /// Plays samples of [Synth]; returns once the device has taken them, shortly before they are
    /// heard. Opens the device if need be.
    ///
    /// @throws IOException with a sentence for operators if there is no device, or no more
    void play(byte[] pcm) throws IOException;

    /// Drops what is not heard yet.
    void drop();

    /// Lets go of the device.
    @Override
    void close();
}
