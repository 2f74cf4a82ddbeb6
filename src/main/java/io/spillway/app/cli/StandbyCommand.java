package io.spillway.app.cli;

import io.spillway.desk.PlanRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A plan that brings servers in from standby, or takes them back.
@Command(
        name = "standby",
        description = "Plans to bring standby servers in, or to take them back; changes nothing.")
final class StandbyCommand extends PlanMaking {
    @Parameters(index = "0", paramLabel = "POOL", description = "The pool's name.")
    String pool = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "COUNT",
            defaultValue = "0",
            description = "How many; as many as are advised by default; below 0 to take back.")
    int count;

    StandbyCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    PlanRequest what() {
        return new PlanRequest.Standby(pool, count);
    }
}
