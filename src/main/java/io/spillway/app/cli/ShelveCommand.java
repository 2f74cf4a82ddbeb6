package io.spillway.app.cli;

import io.spillway.alarm.OperatorAct;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Put aside for a while.
@Command(
        name = "shelve",
        description = "Puts alarms aside, with a reason and an end; they come back by themselves.")
final class ShelveCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            description = "Alarms, as `spillway alarms` names them.")
    List<String> ids = List.of();

    @ArgGroup(exclusive = true, multiplicity = "1")
    End end = new End();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; it is written into the journal.")
    String reason = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            description = "Who does this; it is written into the journal.")
    String operator = "";

    /// When they come back.
    static final class End {
        @Option(
                names = "--for",
                paramLabel = "SPAN",
                description =
                        "How long: 90s, 30m, 2h; at most 30m for high priority, 2h for medium,"
                                + " 8h for low.")
        @Nullable Span span;

        @Option(
                names = "--until-return",
                description = "Until the alarm has next returned to normal.")
        boolean untilReturn;
    }

    ShelveCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Acts.requireText("--operator", operator);
        Acts.requireText("--reason", reason);
        Span span = end.span;
        if (span != null && span.duration().isZero()) {
            throw new Misused("--for is nothing at all: give a span, or --until-return");
        }
        long millis = span == null ? 0 : span.duration().toMillis();
        return Acts.onAlarms(
                context, common, new OperatorAct.Shelve(ids, millis, reason, operator));
    }
}
