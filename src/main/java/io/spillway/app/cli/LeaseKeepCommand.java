package io.spillway.app.cli;

import io.spillway.desk.LeaseAct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Takes the end from an act.
@Command(name = "keep", description = "It goes on until somebody ends it.")
final class LeaseKeepCommand extends LeaseActCommand {
    @Option(
            names = "--permanent",
            description =
                    "It becomes part of the balancers' configuration; prints what to write there.")
    boolean permanent;

    LeaseKeepCommand(Context context, CommonOptions common) {
        super(context, common, LeaseAct.KEEP);
    }

    @Override
    LeaseAct act() {
        return permanent ? LeaseAct.PERMANENT : LeaseAct.KEEP;
    }
}
