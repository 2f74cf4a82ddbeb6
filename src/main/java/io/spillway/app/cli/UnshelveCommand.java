package io.spillway.app.cli;

import io.spillway.alarm.OperatorAct;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Off the shelf.
@Command(
        name = "unshelve",
        description = "Takes alarms off the shelf: they ask for an answer again.")
final class UnshelveCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            description = "Alarms, as `spillway alarms` names them.")
    List<String> ids = List.of();

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            description = "Who does this; it is written into the journal.")
    String operator = "";

    UnshelveCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Acts.requireText("--operator", operator);
        return Acts.onAlarms(context, common, new OperatorAct.Unshelve(ids, operator));
    }
}
