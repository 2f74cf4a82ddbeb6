package io.spillway.app.cli;

import io.spillway.desk.LeaseAct;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Only the name that decisions about acts in force stand under.
@Command(name = "lease", description = "Decides about an act in force.")
final class LeaseCommand extends CommandGroup {
    private LeaseCommand() {
        super("what to decide");
    }

    /// With everything that can be decided.
    static CommandLine of(Context context, CommonOptions common) {
        CommandLine line =
                new CommandLine(new LeaseCommand())
                        .addSubcommand(new LeaseKeepCommand(context, common));
        Map.of(
                        LeaseAct.EXTEND, "It goes on for another 30 minutes.",
                        LeaseAct.END, "Gives it back now, step by step, and waits until it is.",
                        LeaseAct.FINISH, "Sends what is missing of an act that was stopped.",
                        LeaseAct.REAPPLY, "Sends again what balancers no longer hold of it.",
                        LeaseAct.ACCEPT, "Leaves what balancers hold otherwise as it is.")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(act -> line.addSubcommand(one(context, common, act)));
        return line;
    }

    private static CommandLine one(
            Context context, CommonOptions common, Map.Entry<LeaseAct, String> act) {
        CommandLine line = new CommandLine(new LeaseActCommand(context, common, act.getKey()));
        line.setCommandName(act.getKey().word());
        line.getCommandSpec().usageMessage().description(act.getValue());
        return line;
    }
}
