package io.spillway.app.cli;

import io.spillway.app.secret.Secrets;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Viewer;
import io.spillway.ui.wall.Page;
import io.spillway.ui.wall.Wall;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The display for a whole room. It cannot act.
@Command(
        name = "wall",
        description =
                "Shows the fleet to a whole room, full screen, for as long as it hangs there."
                        + " It cannot act. Ctrl+Q closes it.")
final class WallCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;
    private final InputStream in;

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--config-from",
            paramLabel = "URL",
            description = "Read the configuration from there, and again whenever it changes.")
    @Nullable String from;

    @Option(
            names = "--metres",
            paramLabel = "N",
            description = "From the farthest viewer to the screen (default: ${DEFAULT-VALUE}).")
    double metres = Viewer.USUAL.metres();

    @Option(
            names = "--inches",
            paramLabel = "N",
            description = "The screen's diagonal (default: ${DEFAULT-VALUE}).")
    double inches = Viewer.USUAL.inches();

    @Option(
            names = "--page",
            paramLabel = "PAGE",
            split = ",",
            description =
                    "What to show: overview (default), plots, fleet, alarms, leases; several in"
                            + " turn. The first stands while a high alarm asks for an answer.")
    List<Page> pages = List.of(Page.OVERVIEW);

    @Option(
            names = "--every",
            paramLabel = "SPAN",
            description = "How long a page stands (default: 20s).")
    Span every = Span.parse("20s");

    @Option(
            names = "--screens",
            paramLabel = "N",
            description = "How many screens to fill (default: ${DEFAULT-VALUE}).")
    int screens = 1;

    @Option(names = "--theme", paramLabel = "THEME", description = "night (default) or day.")
    Theme theme = Theme.NIGHT;

    /// Given by the process that watches over the wall: the view to begin with.
    @Option(names = "--supervised", hidden = true)
    @Nullable Integer at;

    WallCommand(Context context, CommonOptions common, InputStream in) {
        this.context = context;
        this.common = common;
        this.in = in;
    }

    @Override
    public Integer call() throws Exception {
        if (!(metres > 0 && inches > 0 && screens > 0)) {
            throw new Misused("--metres, --inches and --screens must be above 0");
        }
        if (from != null && (common.config != null || common.practice != null)) {
            throw new Misused("--config-from excludes --config and --practice: give one of them");
        }
        if (from != null && !safe(from)) {
            throw new Misused(
                    "--config-from needs https://: over http:// anybody on the way could tell the"
                            + " wall what to read, and where to send its secrets; only this"
                            + " computer itself may be asked so");
        }
        Integer view = at;
        if (view == null) {
            if (context.noDisplay() && System.getProperty("glass.platform") == null) {
                throw new Refused("there is no display: start the wall in a desktop session");
            }
            return context.parts().wall().supervise(this::line);
        }
        Path state = state();
        Logs.writeTo(context.folders().made(state.resolve("wall")));
        try {
            return context.parts().wall().show(request(state, view));
        } catch (NoDisplayException e) {
            throw new Refused(e.why() + ": start the wall in a desktop session", e);
        }
    }

    private static boolean safe(String address) {
        return address.startsWith("https://")
                || address.matches("http://(localhost|127\\.[0-9.]+|\\[::1])(:\\d+)?(/.*)?");
    }

    /// The configuration is read later: a wall begins without one, too.
    private Path state() {
        if (common.practice != null) {
            if (common.state != null || common.config != null) {
                throw new Misused(
                        "--practice keeps a state folder of its own: leave out --state and"
                                + " --config");
            }
            return context.folders().temporary();
        }
        Path folder = common.state == null ? context.folders().state() : common.state;
        return context.folders().made(folder.toAbsolutePath().normalize());
    }

    private WallRequest request(Path state, int view) {
        Path file = common.file(context);
        String source = from != null ? from : file == null ? null : file.toString();
        Secrets secrets = context.folders().secrets();
        return new WallRequest(
                common.practice == null ? source : null,
                from == null ? secrets::value : secrets::outside,
                common.practice == null ? null : PracticeSpec.of(common.practice),
                state,
                new Wall.Programme(new Viewer(metres, inches), pages, every.duration(), theme),
                screens,
                view,
                in,
                line -> {
                    context.out().println(line);
                    context.out().flush();
                });
    }

    /// The command that starts the wall itself, the same way as this process was started.
    private List<String> line(int view) {
        List<String> line = new ArrayList<>(OwnCommand.line());
        CommandSpec own = Objects.requireNonNull(spec);
        line.addAll(own.root().commandLine().getParseResult().originalArgs());
        line.add("--supervised=" + view);
        return line;
    }
}
