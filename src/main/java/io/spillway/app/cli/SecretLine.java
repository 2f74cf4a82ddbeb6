package io.spillway.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A secret that comes on the standard input.
final class SecretLine {
    private static final int MOST_BYTES = 1024;

    private SecretLine() {}

    /// The first line, without what ends it.
    ///
    /// @throws Refused if it is too long or no text
    static char[] read(InputStream in) throws IOException {
        byte[] bytes = new byte[MOST_BYTES];
        int size = 0;
        for (int b = in.read(); b >= 0 && b != '\n' && size < MOST_BYTES; b = in.read()) {
            bytes[size++] = (byte) b;
        }
        if (size == MOST_BYTES) {
            throw new Refused("the secret is longer than %d bytes".formatted(MOST_BYTES - 1));
        }
        size -= size > 0 && bytes[size - 1] == '\r' ? 1 : 0;
        CharBuffer decoded = CharBuffer.allocate(0);
        try {
            decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, size));
            char[] secret = new char[decoded.remaining()];
            decoded.get(secret);
            return secret;
        } catch (CharacterCodingException e) {
            throw new Refused("the secret is not UTF-8 text", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(decoded.array(), '\0');
        }
    }
}
