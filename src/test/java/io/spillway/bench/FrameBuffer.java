package io.spillway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// A screen of its own, by Xvfb, and what is drawn on it, read from outside of who draws. For one
/// thread.
final class FrameBuffer implements AutoCloseable {
    static final int WIDTH = 1920;
    static final int HEIGHT = 1080;

    private static final int DRAWN = 12;

    private final Process server;
    private final ByteBuffer dump;
    private final int display;

    /// @param folder an empty one, for its file
    FrameBuffer(Path folder) throws IOException {
        server =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-fbdir",
                                folder.toString(),
                                "-noreset",
                                "-screen",
                                "0",
                                WIDTH + "x" + HEIGHT + "x24")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null) {
            throw new IOException("Xvfb did not start");
        }
        display = Integer.parseInt(line.strip());
        Path file = folder.resolve("Xvfb_screen0");
        try (FileChannel channel = FileChannel.open(file)) {
            dump = channel.map(FileChannel.MapMode.READ_ONLY, 0, Files.size(file));
        }
    }

    /// For the environment of who draws.
    String display() {
        return ":" + display;
    }

    /// The green part of a pixel, 0 to 255.
    int green(int x, int y) {
        int head = dump.getInt(0) + 12 * dump.getInt(19 * 4);
        return dump.get(head + y * dump.getInt(12 * 4) + 4 * x + 1) & 0xff;
    }

    /// How many of the places, each a square of 16 pixels, have something drawn in them.
    ///
    /// @param column of the first pixel
    int drawn(int column, int row, int columns, int rows) {
        int found = 0;
        for (int y = row; y + 16 <= row + rows; y += 16) {
            for (int x = column; x + 16 <= column + columns; x += 16) {
                found += contrast(x, y) > DRAWN ? 1 : 0;
            }
        }
        return found;
    }

    private int contrast(int left, int top) {
        int low = 255;
        int high = 0;
        for (int y = top; y < top + 16; y += 2) {
            for (int x = left; x < left + 16; x += 2) {
                int green = green(x, y);
                low = Math.min(low, green);
                high = Math.max(high, green);
            }
        }
        return high - low;
    }

    /// Looks every few milliseconds until the screen is as wanted.
    ///
    /// @return the milliseconds since `begin`, of `System.nanoTime`
    /// @throws IOException if it is not within a minute
    double await(long begin, Predicate<FrameBuffer> wanted) throws IOException {
        while (!wanted.test(this)) {
            if (System.nanoTime() - begin > 60_000_000_000L) {
                throw new IOException("nothing was drawn within a minute");
            }
            LockSupport.parkNanos(5_000_000);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
