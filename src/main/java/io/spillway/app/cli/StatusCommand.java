package io.spillway.app.cli;

import io.spillway.app.output.StatusJson;
import io.spillway.app.output.StatusText;
import io.spillway.desk.Picture;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What the desk sees now.
@Command(name = "status", description = "Shows what the fleet is doing now.")
final class StatusCommand implements Callable<Integer> {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Context context;
    private final CommonOptions common;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(names = "--watch", description = "Print a line a second until Ctrl-C.")
    boolean watch;

    StatusCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Picture picture =
                    Waiting.forPicture(session.desk(), Waiting::complete, Waiting.READINGS);
            if (picture.state() == Picture.State.UNCONFIGURED) {
                context.note(Configured.advice(setup));
            }
            if (!watch) {
                context.out()
                        .print(json ? StatusJson.pretty(picture) + "\n" : StatusText.full(picture));
                return 0;
            }
            do {
                Picture now = session.desk().picture();
                context.out().println(json ? StatusJson.line(now) : StatusText.line(now));
            } while (!context.out().checkError() && context.pause().pause(SECOND));
            return 0;
        }
    }
}
