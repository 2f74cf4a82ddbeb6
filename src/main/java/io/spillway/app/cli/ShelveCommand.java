package io.spillway.app.cli;

import io.spillway.alarm.OperatorAct;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Put aside for a while.
@Command(
        name = "shelve",
        description = "Puts alarms aside, with a reason and an end; they come back by themselves.")
final class ShelveCommand extends OnAlarmsCommand {
    @ArgGroup(exclusive = true, multiplicity = "1")
    End end = new End();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; it is written into the journal.")
    String reason = "";

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
        super(context, common);
    }

    @Override
    OperatorAct act() {
        Acts.requireText("--reason", reason);
        Span span = end.span;
        if (span != null && span.duration().isZero()) {
            throw new Misused("--for is nothing at all: give a span, or --until-return");
        }
        long millis = span == null ? 0 : span.duration().toMillis();
        return new OperatorAct.Shelve(ids, millis, reason, who.name());
    }
}
