package io.spillway.app.cli;

import io.spillway.desk.Command.OnLease;
import io.spillway.desk.LeaseAct;
import picocli.CommandLine.Command;

/// One decision about an act in force.
@Command
class LeaseActCommand extends OnActCommand {
    private final LeaseAct act;

    LeaseActCommand(Context context, CommonOptions common, LeaseAct act) {
        super(context, common);
        this.act = act;
    }

    /// What was decided.
    LeaseAct act() {
        return act;
    }

    @Override
    final io.spillway.desk.Command command() {
        return new OnLease(act(), id, who.name(), false);
    }

    @Override
    final Settling settling() {
        return act == LeaseAct.END ? Settling.BACK : Settling.THERE;
    }
}
