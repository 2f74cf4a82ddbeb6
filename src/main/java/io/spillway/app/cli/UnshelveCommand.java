package io.spillway.app.cli;

import io.spillway.alarm.OperatorAct;
import picocli.CommandLine.Command;

/// Off the shelf.
@Command(
        name = "unshelve",
        description = "Takes alarms off the shelf: they ask for an answer again.")
final class UnshelveCommand extends OnAlarmsCommand {
    UnshelveCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    OperatorAct act() {
        return new OperatorAct.Unshelve(ids, who.name());
    }
}
