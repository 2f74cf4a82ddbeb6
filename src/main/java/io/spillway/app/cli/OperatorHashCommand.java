package io.spillway.app.cli;

import io.spillway.action.operator.SecretHash;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
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
        char[] secret = stdin ? SecretLine.read(in) : typed();
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
}
