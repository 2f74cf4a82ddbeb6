package io.spillway.app.cli;

import io.spillway.alarm.OperatorAct;
import picocli.CommandLine.Command;

/// Somebody has it.
@Command(name = "ack", description = "Acknowledges alarms: you have them in hand.")
final class AckCommand extends OnAlarmsCommand {
    AckCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    OperatorAct act() {
        return new OperatorAct.Acknowledge(ids, who.name());
    }
}
