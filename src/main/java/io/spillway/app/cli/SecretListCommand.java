package io.spillway.app.cli;

import io.spillway.app.output.SecretsOutput;
import io.spillway.app.secret.StoreException;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Which secrets are kept.
@Command(name = "list", description = "Lists kept secrets by name, and where; never a value.")
final class SecretListCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    SecretListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try {
            SortedMap<String, String> places = context.folders().secrets().list();
            context.out()
                    .print(json ? SecretsOutput.json(places) + "\n" : SecretsOutput.text(places));
            return 0;
        } catch (StoreException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
