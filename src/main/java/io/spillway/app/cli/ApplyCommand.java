package io.spillway.app.cli;

import io.spillway.action.ActResult;
import io.spillway.app.output.PlanJson;
import io.spillway.desk.Command.Apply;
import io.spillway.relief.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out a plan.
@Command(
        name = "apply",
        description = "Applies a plan file, reads back from every balancer, and says how it went.")
final class ApplyCommand implements Callable<Integer> {
    private static final String ALONE =
            "no console is running: nothing gives this back before you undo it or start one";

    private final Context context;
    private final CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "A plan written by `spillway plan … --out`.")
    Path file = Path.of("");

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            description = "Who does this; it is written into the journal.")
    String operator = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; it is written into the journal.")
    String reason = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    ApplyCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Acts.requireText("--operator", operator);
        Acts.requireText("--reason", reason);
        Plan plan = read();
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Configured.require(setup, session.desk().picture());
            ActResult result = Acts.send(session, new Apply(plan, operator, reason, false));
            int code = Acts.print(context, result, json);
            boolean left = code == 0 || result.outcome() == ActResult.Outcome.INTERRUPTED;
            if (left && !session.givesBack()) {
                context.note(ALONE);
            }
            return code;
        }
    }

    private Plan read() {
        try {
            return PlanJson.read(Files.readString(file));
        } catch (IOException e) {
            throw new Misused(
                    "the plan %s cannot be read: make one with `spillway plan redistribute POOL --out %s`"
                            .formatted(file, file),
                    e);
        } catch (IllegalArgumentException e) {
            throw new Misused(
                    "%s is no plan, %s: make one with `spillway plan redistribute POOL --out FILE`"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
