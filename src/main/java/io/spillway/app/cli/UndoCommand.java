package io.spillway.app.cli;

import io.spillway.desk.Command.Undo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes an act back.
@Command(name = "undo", description = "Takes an act back, and reads back that it is.")
final class UndoCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(paramLabel = "ID", description = "The act, as `spillway leases` names it.")
    String id = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            description = "Who does this; it is written into the journal.")
    String operator = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    UndoCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Acts.requireText("--operator", operator);
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Configured.require(setup, session.desk().picture());
            return Acts.print(context, Acts.send(session, new Undo(id, operator, false)), json);
        }
    }
}
