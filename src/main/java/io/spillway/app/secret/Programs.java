package io.spillway.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// Runs programs of this computer.
///
/// @param patience a key store may ask a person to unlock it
record Programs(Duration patience) implements Runner {
    @Override
    public Ran run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command).start();
        CompletableFuture<String> out = all(process.getInputStream());
        CompletableFuture<String> err = all(process.getErrorStream());
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(UTF_8));
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.getFirst() + " did not end in time");
            }
            return new Ran(process.exitValue(), out.join(), err.join());
        } catch (CompletionException e) {
            throw new IOException(command.getFirst() + " was not heard to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            process.destroyForcibly();
        }
    }

    /// Read meanwhile: a program whose output nobody takes does not end.
    private CompletableFuture<String> all(InputStream in) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("output of a key store")
                .start(() -> {
                    try (in) {
                        text.complete(new String(in.readAllBytes(), UTF_8));
                    } catch (IOException | UncheckedIOException e) {
                        text.completeExceptionally(e);
                    }
                });
        // What it left running may hold its output open for ever.
        return text.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
