package io.spillway.app.cli;

import io.spillway.action.operator.SecretHash;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the hash of an operator's secret. The secret is neither shown nor kept.
@Command(
        name = "hash",
        description =
                "Asks for a secret and prints its hash, for `operators` in the configuration.")
final class OperatorHashCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 1024;

    private final Context context;
    private final InputStream in;
    private final @Nullable Console console;

    @Option(
            names = "--stdin",
            description = "Read the secret once, as the first line of the standard input.")
    boolean stdin;

    OperatorHashCommand(Context context, InputStream in, @Nullable Console console) {
        this.context = context;
        this.in = in;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        char[] secret = stdin ? line() : typed();
        try {
            if (secret.length < SecretHash.SHORTEST) {
                throw new Refused(
                        "the secret has fewer than %d characters: choose a longer one"
                                .formatted(SecretHash.SHORTEST));
            }
            context.out().println(SecretHash.make(secret));
            return 0;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private char[] typed() {
        if (console == null || !console.isTerminal()) {
            throw new Refused(
                    "there is no terminal to ask for the secret: run it in one, or give --stdin");
        }
        char[] first = console.readPassword("Secret: ");
        char[] again = first == null ? null : console.readPassword("Again: ");
        try {
            if (first == null || again == null) {
                throw new Refused("no secret was given");
            } else if (!Arrays.equals(first, again)) {
                Arrays.fill(first, '\0');
                throw new Refused("the two are not the same: try again");
            }
            return first;
        } finally {
            if (again != null) {
                Arrays.fill(again, '\0');
            }
        }
    }

    /// The first line, without what ends it.
    private char[] line() throws IOException {
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
