package io.spillway.control.scale;

import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A command of the site's own. It is run without a shell and without input; `SPILLWAY_POOL`,
/// `SPILLWAY_REPLICAS` and `SPILLWAY_REASON` say what is wanted; it ends with 0 if it has passed
/// that on. What it writes is read when it has ended, so that it may write as much as it likes.
public final class CommandScale implements ScaleControl {
    /// How long a command that is told to end may take to do so.
    private static final Duration GRACE = Duration.ofMillis(500);

    private final List<String> command;
    private final Duration deadline;

    /// @param command the program and its arguments
    /// @param deadline after which the program is ended
    public CommandScale(List<String> command, Duration deadline) {
        this.command = List.copyOf(command);
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return "command " + command.getFirst();
    }

    @Override
    public Scaled scale(ScaleRequest request, Intent intent) throws ControlException {
        intent.tell(asked(request, ""));
        return ask(request);
    }

    private Scaled ask(ScaleRequest request) throws ControlException {
        String said = Output.said("wrote", run(request));
        String text =
                "The %s was asked for %d servers of %s.%s"
                        .formatted(name(), request.replicas(), request.pool(), said);
        return asked(request, text);
    }

    private static Scaled asked(ScaleRequest request, String text) {
        return new Scaled(request.pool(), Scaled.SERVERS, request.now(), request.replicas(), text);
    }

    @Override
    public Scaled undo(Scaled done, String reason) throws ControlException {
        return ask(new ScaleRequest(done.pool(), done.after(), Math.max(1, done.before()), reason));
    }

    @Override
    public void close() {}

    private String run(ScaleRequest request) throws ControlException {
        try {
            Path output = Files.createTempFile("spillway-scale", ".txt");
            try {
                return run(request, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new ControlException(
                    "The %s cannot be run: check that it exists and may be run.".formatted(name()),
                    e);
        }
    }

    private String run(ScaleRequest request, Path output) throws IOException, ControlException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(
                        Map.of(
                                "SPILLWAY_POOL", request.pool(),
                                "SPILLWAY_REPLICAS", Integer.toString(request.replicas()),
                                "SPILLWAY_REASON", request.reason().replace('\0', ' ')));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = ended(process);
        String said;
        try (var in = Files.newInputStream(output)) {
            in.skip(Math.max(0, Files.size(output) - 4096));
            said = Output.read(in);
        }
        if (!ended) {
            throw new ControlException(
                    "The %s did not end within %d ms and was stopped: see what it waits for.%s"
                            .formatted(name(), deadline.toMillis(), Output.said("wrote", said)));
        }
        if (process.exitValue() != 0) {
            throw new ControlException(
                    "The %s ended with code %d: run it by hand to see why.%s"
                            .formatted(name(), process.exitValue(), Output.said("wrote", said)));
        }
        return said;
    }

    /// False if it had to be stopped, with all that it had started.
    private boolean ended(Process process) throws ControlException {
        try {
            if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ControlException(
                    "The %s was stopped because Spillway is closing.".formatted(name()), e);
        }
    }
}
