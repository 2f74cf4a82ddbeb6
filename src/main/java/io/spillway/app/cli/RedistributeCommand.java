package io.spillway.app.cli;

import io.spillway.desk.PlanRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A plan that evens out a pool.
@Command(
        name = "redistribute",
        description = "Plans weights that even out utilisation in a pool; changes nothing.")
final class RedistributeCommand extends PlanMaking {
    @Parameters(paramLabel = "POOL", description = "The pool's name.")
    String pool = "";

    RedistributeCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    PlanRequest what() {
        return new PlanRequest.Even(pool);
    }
}
