package io.spillway.ui.sound;

import io.spillway.ui.kit.Words;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/// The workstation's own loudspeaker.
final class JavaSound implements AudioSink {
    private static final AudioFormat FORMAT = new AudioFormat(Synth.RATE, 16, 1, true, false);
    private static final DataLine.Info LINE = new DataLine.Info(SourceDataLine.class, FORMAT);

    /// A tenth of a second: what is dropped late is heard no longer than that.
    private static final int BUFFER = Synth.RATE / 10 * 2;

    private @Nullable SourceDataLine line;

    @Override
    public void check() throws IOException {
        if (line == null) {
            look();
        }
    }

    private static void look() throws IOException {
        try {
            if (!AudioSystem.isLineSupported(LINE)) {
                throw new IOException(Words.of("sound.no-device"));
            }
        } catch (IllegalArgumentException | LinkageError e) {
            throw new IOException(Words.of("sound.no-device"), e);
        }
    }

    @Override
    public void play(byte[] pcm) throws IOException {
        SourceDataLine open = open();
        if (open.write(pcm, 0, pcm.length) < pcm.length) {
            close();
            throw new IOException(Words.of("sound.no-device"));
        }
    }

    private SourceDataLine open() throws IOException {
        SourceDataLine open = line;
        if (open != null) {
            return open;
        }
        look();
        try {
            SourceDataLine made = (SourceDataLine) AudioSystem.getLine(LINE);
            made.open(FORMAT, BUFFER);
            made.start();
            line = made;
            return made;
        } catch (LineUnavailableException e) {
            throw new IOException(Words.of("sound.device-taken"), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(Words.of("sound.no-device"), e);
        }
    }

    @Override
    public void drop() {
        if (line != null) {
            line.flush();
        }
    }

    @Override
    public void close() {
        SourceDataLine open = line;
        line = null;
        if (open != null) {
            open.close();
        }
    }
}
