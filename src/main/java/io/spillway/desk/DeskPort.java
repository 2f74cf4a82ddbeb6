package io.spillway.desk;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A desk as windows and commands see it: in this process, or in another behind its socket. Safe
/// for any thread.
public interface DeskPort extends AutoCloseable {
    /// The newest Picture, at once.
    Picture picture();

    /// Calls back with each new Picture, on a thread of the desk's: hand it on, do not work there.
    ///
    /// @return stops the calls
    AutoCloseable watch(Consumer<Picture> listener);

    /// Sends a command. The future never fails: trouble is a [Reply] that says what it is.
    CompletableFuture<Reply> send(Command command);

    @Override
    void close();
}
