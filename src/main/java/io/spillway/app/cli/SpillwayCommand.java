package io.spillway.app.cli;

import io.spillway.app.config.ScenarioName;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.wall.Page;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
    private @Nullable ConsoleWindow window;

    @Mixin final CommonOptions common = new CommonOptions();

    private SpillwayCommand(Context context) {
        this.context = context;
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    public static int run(Context context, String... args) {
        try {
            return line(context, args).execute(args);
        } finally {
            context.out().flush();
            context.err().flush();
            context.folders().close();
        }
    }

    /// The console alone where nothing else is asked for: making every command takes as long as
    /// opening a window.
    private static CommandLine line(Context context, String... args) {
        if (args.length > 0 && !args[0].startsWith("-")) {
            return tree(context);
        }
        SpillwayCommand root = new SpillwayCommand(context);
        boolean alone = args.length == 0 || List.of(args).equals(List.of("--practice"));
        if (alone && !context.noDisplay()) {
            // Its toolkit starts while the command line is made. Where there is more to read, that
            // may name a command that wants no toolkit, or one in memory.
            root.window = context.parts().window();
        }
        CommandLine console = wired(context, new CommandLine(root));
        try {
            ParseResult parsed = console.parseArgs(args);
            boolean asked = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
            return asked ? tree(context) : console;
        } catch (ParameterException e) {
            return tree(context);
        }
    }

    /// Every command there is.
    static CommandLine tree(Context context) {
        return wired(context, commands(context, new SpillwayCommand(context)));
    }

    private static CommandLine commands(Context context, SpillwayCommand root) {
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
                .addSubcommand(new ManualCommand(context))
                .addSubcommand(
                        new CommandLine(new OperatorCommand())
                                .addSubcommand(
                                        new OperatorHashCommand(
                                                context,
                                                new SecretPrompt(System.in, System.console()))))
                .addSubcommand(SecretCommand.of(context, System.in, System.console()));
    }

    private static CommandLine wired(Context context, CommandLine line) {
        Failures failures = new Failures();
        return line.registerConverter(
                        ScenarioName.class, new Words<>(List.of(ScenarioName.values())))
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
        ConsoleCommand console = new ConsoleCommand(context, common);
        return window == null ? console.call() : console.run(window);
    }
}
