package io.spillway.app.cli;

import io.spillway.action.Lease;
import io.spillway.app.output.LeasesJson;
import io.spillway.app.output.LeasesText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What was done and is still in force.
@Command(
        name = "leases",
        description = "Lists acts in force, and those that ended within the last hour.")
final class LeasesCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    LeasesCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            List<Lease> leases =
                    Waiting.forPicture(session.desk(), p -> p.tick() > 0, Waiting.READINGS)
                            .leases();
            context.out().print(json ? LeasesJson.pretty(leases) + "\n" : LeasesText.of(leases));
            return 0;
        }
    }
}
