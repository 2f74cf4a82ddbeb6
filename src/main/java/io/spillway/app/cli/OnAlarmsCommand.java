package io.spillway.app.cli;

import io.spillway.alarm.OperatorAct;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What commands about alarms share: which alarms, and who does it.
abstract class OnAlarmsCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            description = "Alarms, as `spillway alarms` names them.")
    List<String> ids = List.of();

    @Mixin final Who who = new Who();

    OnAlarmsCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    /// What is asked of the desk.
    ///
    /// @throws Misused with a sentence if an option makes no sense
    abstract OperatorAct act();

    @Override
    public final Integer call() throws Exception {
        return Acts.onAlarms(context, common, act(), who.secret());
    }
}
