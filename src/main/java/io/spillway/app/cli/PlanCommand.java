package io.spillway.app.cli;

import picocli.CommandLine.Command;

/// Only the name that the kinds of plan stand under.
@Command(name = "plan", description = "Computes what would help; changes nothing.")
final class PlanCommand extends CommandGroup {
    PlanCommand() {
        super("the kind of plan");
    }
}
