package io.spillway.app.cli;

import io.spillway.app.secret.Secrets;
import io.spillway.app.secret.StoreException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps a secret under a name.
@Command(
        name = "set",
        description =
                "Asks for a secret and keeps it, in the system's key store or an encrypted file.")
final class SecretSetCommand implements Callable<Integer> {
    private final Context context;
    private final SecretPrompt prompt;

    @Parameters(paramLabel = "NAME", description = "As the configuration has it: {env: NAME}.")
    String name = "";

    @Option(
            names = "--secret-stdin",
            description = "Read the secret once, as the first line of the standard input.")
    boolean stdin;

    SecretSetCommand(Context context, SecretPrompt prompt) {
        this.context = context;
        this.prompt = prompt;
    }

    @Override
    public Integer call() throws IOException {
        if (!Secrets.isName(name)) {
            throw new Misused(
                    "a secret's name is 1 to 64 letters, digits and _, and begins with no digit:"
                            + " choose such a one");
        }
        char[] secret = prompt.read(stdin, "--secret-stdin");
        try {
            if (secret.length == 0) {
                throw new Refused("no secret was given");
            }
            Secrets secrets = context.folders().secrets();
            context.note("kept %s in %s".formatted(name, secrets.put(name, new String(secret))));
            if (secrets.inEnvironment(name)) {
                context.note(
                        "the environment variable %s is set too, and comes first".formatted(name));
            }
            return 0;
        } catch (StoreException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
