package io.spillway.app.cli;

import io.spillway.action.operator.SecretHash;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the hash of an operator's secret. The secret is neither shown nor kept.
@Command(
        name = "hash",
        description =
                "Asks for a secret and prints its hash, for `operators` in the configuration.")
final class OperatorHashCommand implements Callable<Integer> {
    private final Context context;
    private final SecretPrompt prompt;

    @Option(
            names = "--stdin",
            description = "Read the secret once, as the first line of the standard input.")
    boolean stdin;

    OperatorHashCommand(Context context, SecretPrompt prompt) {
        this.context = context;
        this.prompt = prompt;
    }

    @Override
    public Integer call() throws IOException {
        char[] secret = prompt.read(stdin, "--stdin");
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
}
