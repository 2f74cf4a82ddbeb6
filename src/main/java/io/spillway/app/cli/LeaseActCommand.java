package io.spillway.app.cli;

import io.spillway.action.ActResult;
import io.spillway.desk.Command.OnLease;
import io.spillway.desk.LeaseAct;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One decision about an act in force.
@Command
class LeaseActCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;
    private final LeaseAct act;

    @Parameters(paramLabel = "ID", description = "The act, as `spillway leases` names it.")
    String id = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            description = "Who decides this; it is written into the journal.")
    String operator = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    LeaseActCommand(Context context, CommonOptions common, LeaseAct act) {
        this.context = context;
        this.common = common;
        this.act = act;
    }

    /// What was decided.
    LeaseAct act() {
        return act;
    }

    @Override
    public final Integer call() throws Exception {
        Acts.requireText("--operator", operator);
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Configured.require(setup, session.desk().picture());
            ActResult first = Acts.send(session, new OnLease(act(), id, operator, false));
            Settling settling = act == LeaseAct.END ? Settling.BACK : Settling.THERE;
            return Acts.print(context, settling.wait(context, session, first), json);
        }
    }
}
