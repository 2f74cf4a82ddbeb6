package io.spillway.app.cli;

import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Knob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A plan that caps who sends too much.
@Command(name = "cap", description = "Plans to cap one address or user agent; changes nothing.")
final class CapCommand extends PlanMaking {
    @Parameters(index = "0", paramLabel = "source|agent", description = "What KEY is.")
    String dimension = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "The address, or the user agent.")
    String key = "";

    @Parameters(
            index = "2",
            paramLabel = "RATE",
            description = "Requests a second by all balancers together; `none` lifts the cap.")
    String rate = "";

    CapCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    PlanRequest what() {
        Knob.Kind kind =
                switch (dimension) {
                    case "source" -> Knob.Kind.SOURCE_CAP;
                    case "agent" -> Knob.Kind.AGENT_CAP;
                    default ->
                            throw new Misused(
                                    "'%s' cannot be capped: take source or agent"
                                            .formatted(dimension));
                };
        return new PlanRequest.Cap(new Knob(kind, key), rate(rate, Knob.ABSENT));
    }
}
