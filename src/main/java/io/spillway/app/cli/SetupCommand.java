package io.spillway.app.cli;

import io.spillway.app.setup.HostName;
import io.spillway.app.setup.OperatorName;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Only the name that the steps before a first look stand under.
@Command(
        name = "setup",
        description =
                "Finds a fleet and writes its configuration; makes certificates and HAProxy's part;"
                        + " proves one server.")
final class SetupCommand extends CommandGroup {
    private SetupCommand() {
        super("what to set up");
    }

    /// With everything that can be set up.
    static CommandLine of(Context context, CommonOptions common) {
        return new CommandLine(new SetupCommand())
                .addSubcommand(new SetupCertificatesCommand(context))
                .addSubcommand(new SetupSnippetsCommand(context))
                .addSubcommand(new SetupFindCommand(context, common))
                .addSubcommand(new SetupProveCommand(context, common))
                .registerConverter(HostName.class, saying(HostName::new))
                .registerConverter(OperatorName.class, saying(OperatorName::new));
    }

    /// Hands on the sentence with which a value refuses itself.
    private static <T> ITypeConverter<T> saying(Function<String, T> value) {
        return text -> {
            try {
                return value.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }
}
