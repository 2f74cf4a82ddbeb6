package io.spillway.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Only the name that other commands stand under.
abstract class CommandGroup implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();

    private final String missing;

    /// @param missing what has to follow the name
    CommandGroup(String missing) {
        this.missing = missing;
    }

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line,
                missing + " is missing: " + String.join(", ", line.getSubcommands().keySet()));
    }
}
