package io.spillway.app.cli;

import picocli.CommandLine.Command;

/// Only the name that commands about operators stand under.
@Command(name = "operator", description = "Operators and their secrets.")
final class OperatorCommand extends CommandGroup {
    OperatorCommand() {
        super("what to do");
    }
}
