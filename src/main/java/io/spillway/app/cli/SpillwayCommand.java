package io.spillway.app.cli;

import io.spillway.app.config.ScenarioName;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.wall.Page;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/// The whole command line.
@Command(
        name = "spillway",
        description =
                "Shows where load outgrows capacity, and moves traffic on HAProxy when you say so.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed", "2:usage or configuration"})
public final class SpillwayCommand implements Callable<Integer> {
    private final Context context;

    @Mixin final CommonOptions common = new CommonOptions();

    private SpillwayCommand(Context context) {
        this.context = context;
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    public static int run(Context context, String... args) {
        CommandLine line = tree(context);
        try {
            return line.execute(args);
        } finally {
            context.out().flush();
            context.err().flush();
            context.folders().close();
        }
    }

    /// Every command there is.
    static CommandLine tree(Context context) {
        SpillwayCommand root = new SpillwayCommand(context);
        Failures failures = new Failures();
        return new CommandLine(root)
                .addSubcommand(new ConsoleCommand(context, root.common))
                .addSubcommand(new WallCommand(context, root.common, System.in))
                .addSubcommand(new StatusCommand(context, root.common))
                .addSubcommand(new CheckCommand(context, root.common))
                .addSubcommand(new DoctorCommand(context, root.common))
                .addSubcommand(
                        new CommandLine(new PlanCommand())
                                .addSubcommand(new RedistributeCommand(context, root.common))
                                .addSubcommand(new GateCommand(context, root.common))
                                .addSubcommand(new DrainCommand(context, root.common))
                                .addSubcommand(new StandbyCommand(context, root.common))
                                .addSubcommand(new CapCommand(context, root.common)))
                .addSubcommand(new ApplyCommand(context, root.common, System.in))
                .addSubcommand(LeaseCommand.of(context, root.common))
                .addSubcommand(new LeasesCommand(context, root.common))
                .addSubcommand(new UndoCommand(context, root.common))
                .addSubcommand(new AlarmsCommand(context, root.common))
                .addSubcommand(new AckCommand(context, root.common))
                .addSubcommand(new ShelveCommand(context, root.common))
                .addSubcommand(new UnshelveCommand(context, root.common))
                .addSubcommand(new AuditCommand(context, root.common))
                .addSubcommand(new RenderCommand(context, root.common))
                .addSubcommand(new WatchCommand(context, root.common))
                .addSubcommand(new ReplayCommand(context, root.common))
                .addSubcommand(new PracticeCommand(context, root.common))
                .addSubcommand(SetupCommand.of(context, root.common))
                .addSubcommand(
                        new CommandLine(new OperatorCommand())
                                .addSubcommand(
                                        new OperatorHashCommand(
                                                context,
                                                new SecretPrompt(System.in, System.console()))))
                .addSubcommand(SecretCommand.of(context, System.in, System.console()))
                .registerConverter(ScenarioName.class, new Words<>(List.of(ScenarioName.values())))
                .registerConverter(Screen.class, new Words<>(List.of(Screen.values())))
                .registerConverter(Theme.class, new Words<>(List.of(Theme.values())))
                .registerConverter(Page.class, new Words<>(List.of(Page.values())))
                .registerConverter(Size.class, Size::parse)
                .registerConverter(Span.class, Span::parse)
                .setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public Integer call() throws Exception {
        return new ConsoleCommand(context, common).call();
    }
}
