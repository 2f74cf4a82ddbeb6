package io.spillway.app.cli;

import io.spillway.desk.PlanRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A plan that sets the gates.
@Command(name = "gate", description = "Plans which requests the gates turn away; changes nothing.")
final class GateCommand extends PlanMaking {
    @Parameters(
            paramLabel = "RUNG",
            arity = "0..1",
            description = "A rung of the ladder: its name, or its number counted from 0.")
    @Nullable String rung;

    @Option(
            names = "--shed",
            paramLabel = "CLASS=PERMILLE",
            description = "Refuse so many of 1000 clients of a class; may be given again.")
    Map<String, Integer> shed = new LinkedHashMap<>();

    @Option(
            names = "--limit",
            paramLabel = "CLASS=N",
            description =
                    "Admit N requests a second of a class, by all balancers together; `none` lifts"
                            + " it.")
    Map<String, String> limit = new LinkedHashMap<>();

    @Option(
            names = "--throttle",
            description =
                    "Refuse what does not fit, lowest class first, and follow the load from then"
                            + " on.")
    boolean throttle;

    GateCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    PlanRequest what() {
        long given =
                Stream.of(rung != null, !shed.isEmpty(), !limit.isEmpty(), throttle)
                        .filter(g -> g)
                        .count();
        if (given != 1 || limit.size() > 1) {
            throw new Misused(
                    "what the gates are to do is not clear: give one of RUNG, --shed, a single"
                            + " --limit, or --throttle");
        } else if (rung != null) {
            return new PlanRequest.Gate(rung);
        } else if (throttle) {
            return new PlanRequest.Throttle();
        } else if (limit.isEmpty()) {
            return new PlanRequest.Shed(shed);
        }
        Map.Entry<String, String> one = limit.entrySet().iterator().next();
        return new PlanRequest.Limit(one.getKey(), rate(one.getValue(), -1));
    }
}
