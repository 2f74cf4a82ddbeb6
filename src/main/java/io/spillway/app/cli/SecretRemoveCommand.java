package io.spillway.app.cli;

import io.spillway.app.secret.StoreException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Forgets a secret.
@Command(name = "remove", description = "Removes a kept secret from wherever it is kept.")
final class SecretRemoveCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", description = "As `spillway secret list` has it.")
    String name = "";

    SecretRemoveCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try {
            List<String> places = context.folders().secrets().remove(name);
            if (places.isEmpty()) {
                throw new Refused(
                        "no secret %s is kept: see `spillway secret list`".formatted(name));
            }
            context.note("removed %s from %s".formatted(name, String.join(" and ", places)));
            return 0;
        } catch (StoreException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
