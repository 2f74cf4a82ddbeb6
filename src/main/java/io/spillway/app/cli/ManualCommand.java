package io.spillway.app.cli;

import io.spillway.app.config.Nearest;
import io.spillway.app.help.Manual;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says where the manual lies.
@Command(name = "manual", description = "Prints where a page of the manual lies on this computer.")
final class ManualCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "PAGE",
            description = "such as alarms; the first page where it is left out")
    @Nullable String page;

    @Option(names = "--list", description = "print the names of all pages instead")
    boolean list;

    ManualCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Manual manual = Manual.here();
        if (list) {
            manual.pages().forEach(context.out()::println);
            return 0;
        }
        String wanted = page;
        context.out().println(wanted == null ? first(manual) : find(manual, wanted));
        return 0;
    }

    private static Path first(Manual manual) {
        return manual.first()
                .orElseThrow(() ->
                        new Refused(
                                "there is no manual in %s: install the whole package, or build the sources"
                                        .formatted(manual.folder())));
    }

    private static Path find(Manual manual, String wanted) {
        List<String> pages = manual.pages();
        return manual.page(wanted)
                .orElseThrow(() ->
                        new Misused(
                                "there is no page \"%s\"; %s"
                                        .formatted(
                                                wanted,
                                                Nearest.of(wanted, pages)
                                                        .map(near -> "did you mean " + near + "?")
                                                        .orElse(
                                                                "`spillway manual --list` names all"))));
    }
}
