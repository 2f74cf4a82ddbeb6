package io.spillway.app.cli;

import io.spillway.action.ActResult;
import io.spillway.desk.Command.Signed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What commands about one act in force share: which act, who decides, and that they wait until it
/// is as they want it.
abstract class OnActCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(paramLabel = "ID", description = "The act, as `spillway leases` names it.")
    String id = "";

    @Mixin final Who who = new Who();

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    OnActCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    /// What is asked of the desk.
    abstract io.spillway.desk.Command command();

    /// Which way the act goes on.
    abstract Settling settling();

    @Override
    public final Integer call() throws Exception {
        var command = new Signed(command(), who.secret());
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Configured.require(setup, session.desk().picture());
            ActResult first = Acts.send(session, command);
            return Acts.print(context, settling().wait(context, session, first), json);
        }
    }
}
