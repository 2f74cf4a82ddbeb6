package io.spillway.wire.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Fails as soon as more was read than a budget allows, which several streams may share.
public final class CappedStream extends FilterInputStream {
    private final AtomicLong left;

    /// @param left bytes that may still be read
    public CappedStream(InputStream in, AtomicLong left) {
        super(in);
        this.left = left;
    }

    /// The answer was larger than anybody needs.
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        spend(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        spend(Math.max(0, read));
        return read;
    }

    private void spend(int bytes) throws TooLarge {
        if (left.addAndGet(-bytes) < 0) {
            throw new TooLarge();
        }
    }
}
