package io.spillway.app.cli;

import java.io.Console;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Only the name that commands about secrets stand under.
@Command(name = "secret", description = "Keeps secrets that the configuration names.")
final class SecretCommand extends CommandGroup {
    private SecretCommand() {
        super("what to do");
    }

    /// With everything that can be done.
    static CommandLine of(Context context, InputStream in, @Nullable Console console) {
        return new CommandLine(new SecretCommand())
                .addSubcommand(new SecretSetCommand(context, new SecretPrompt(in, console)))
                .addSubcommand(new SecretListCommand(context))
                .addSubcommand(new SecretRemoveCommand(context));
    }
}
