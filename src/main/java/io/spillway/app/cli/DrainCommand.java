package io.spillway.app.cli;

import io.spillway.desk.PlanRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A plan that takes servers out of service, or puts them back.
@Command(
        name = "drain",
        description = "Plans to drain servers, or to bring them back; changes nothing.")
final class DrainCommand extends PlanMaking {
    @Parameters(index = "0", paramLabel = "POOL", description = "The pool's name.")
    String pool = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SERVER",
            description = "Servers, as the balancers name them.")
    List<String> servers = List.of();

    @Option(
            names = "--maintenance",
            description = "Maintenance instead: nobody comes any more, checks stop.")
    boolean maintenance;

    @Option(names = "--ready", description = "Back into service instead.")
    boolean ready;

    DrainCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    PlanRequest what() {
        if (maintenance && ready) {
            throw new Misused("--maintenance and --ready exclude each other: give one of them");
        }
        return new PlanRequest.Serve(
                pool, List.copyOf(servers), maintenance ? "maint" : ready ? "ready" : "drain");
    }
}
