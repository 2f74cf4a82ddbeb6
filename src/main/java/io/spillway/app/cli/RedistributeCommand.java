package io.spillway.app.cli;

import io.spillway.app.output.PlanJson;
import io.spillway.app.output.PlanText;
import io.spillway.desk.Command.MakePlan;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.relief.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A plan that evens out a pool.
@Command(
        name = "redistribute",
        description = "Plans weights that even out utilisation in a pool; changes nothing.")
final class RedistributeCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(paramLabel = "POOL", description = "The pool's name.")
    String pool = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also write the plan to a file, for `spillway apply`.")
    @Nullable Path out;

    RedistributeCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Picture picture = Waiting.forPicture(session.desk(), Waiting::steady, Waiting.READINGS);
            Configured.require(setup, picture);
            Reply reply =
                    Waiting.forAnswer(
                            session.desk().send(new MakePlan(new PlanRequest.Even(pool))));
            Plan plan = reply.plan();
            if (plan == null) {
                throw new Refused(reply.message());
            }
            write(plan);
            context.out().print(json ? PlanJson.pretty(plan) + "\n" : PlanText.of(plan));
            return 0;
        }
    }

    private void write(Plan plan) {
        if (out == null) {
            return;
        }
        try {
            Files.writeString(out, PlanJson.pretty(plan) + "\n");
        } catch (IOException e) {
            throw new Refused(
                    "the plan cannot be written to %s: check the folder and its rights"
                            .formatted(out),
                    e);
        }
    }
}
