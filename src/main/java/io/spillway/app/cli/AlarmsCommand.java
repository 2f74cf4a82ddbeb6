package io.spillway.app.cli;

import io.spillway.app.output.AlarmsJson;
import io.spillway.app.output.AlarmsText;
import io.spillway.desk.Picture;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What asks for an answer.
@Command(name = "alarms", description = "Lists alarms: active, returned and put aside.")
final class AlarmsCommand implements Callable<Integer> {
    private static final String ONE_LOOK =
            "no console is running: what has to last before it counts, such as CPU above its limit"
                    + " for 20 s, is not seen in one look";

    private final Context context;
    private final CommonOptions common;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    AlarmsCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Picture picture =
                    Waiting.forPicture(session.desk(), Waiting.alarms(), Waiting.READINGS);
            context.out()
                    .print(
                            json
                                    ? AlarmsJson.pretty(picture) + "\n"
                                    : AlarmsText.of(picture.alarms()));
            if (!session.givesBack()) {
                context.note(ONE_LOOK);
            }
            return 0;
        }
    }
}
