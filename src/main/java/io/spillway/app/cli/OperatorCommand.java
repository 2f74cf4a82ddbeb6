package io.spillway.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Only the name that commands about operators stand under.
@Command(name = "operator", description = "Operators and their secrets.")
final class OperatorCommand implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line,
                "what to do is missing: " + String.join(", ", line.getSubcommands().keySet()));
    }
}
