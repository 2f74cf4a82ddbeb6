package io.spillway.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Only the name that the kinds of plan stand under.
@Command(name = "plan", description = "Computes what would help; changes nothing.")
final class PlanCommand implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line,
                "the kind of plan is missing: "
                        + String.join(", ", line.getSubcommands().keySet()));
    }
}
