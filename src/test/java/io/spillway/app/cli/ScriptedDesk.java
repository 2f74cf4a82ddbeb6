package io.spillway.app.cli;

import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A desk that shows one Picture after another and gives one reply after another.
final class ScriptedDesk implements DeskPort {
    final List<Command> commands = new ArrayList<>();
    final Queue<Picture> coming = new ArrayDeque<>();
    final Queue<Reply> replies = new ArrayDeque<>();
    boolean closed;
    private Picture picture = Samples.picture(8);

    void show(Picture next) {
        picture = next;
    }

    @Override
    public Picture picture() {
        return picture;
    }

    /// Shows what is coming, at once.
    @Override
    public AutoCloseable watch(Consumer<Picture> listener) {
        while (!coming.isEmpty()) {
            picture = coming.remove();
            listener.accept(picture);
        }
        return () -> {};
    }

    @Override
    public CompletableFuture<Reply> send(Command command) {
        commands.add(command);
        return CompletableFuture.completedFuture(replies.remove());
    }

    @Override
    public void close() {
        closed = true;
    }
}
