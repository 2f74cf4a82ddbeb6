package io.spillway.ui.kit;

import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Reply;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Sends what a button asks for and brings the answer back to the FX thread.
public final class Acts {
    private final DeskPort desk;
    private final Executor fx;

    /// @param fx runs tasks on the FX thread
    public Acts(DeskPort desk, Executor fx) {
        this.desk = desk;
        this.fx = fx;
    }

    /// Sends a command; never blocks.
    ///
    /// @param answer called on the FX thread
    public void send(Command command, Consumer<Reply> answer) {
        var _ = desk.send(command).thenAcceptAsync(answer, fx);
    }
}
