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
import picocli.CommandLine.Option;

/// What every kind of plan shares: it is asked for, printed, and written for `spillway apply`.
abstract class PlanMaking implements Callable<Integer> {
    /// In place of a number, it lifts a limit or a cap.
    static final String NONE = "none";

    private final Context context;
    private final CommonOptions common;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also write the plan to a file, for `spillway apply`.")
    @Nullable Path out;

    PlanMaking(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    /// What to plan.
    ///
    /// @throws Misused if the words of the command are not enough for one
    abstract PlanRequest what();

    @Override
    public Integer call() throws Exception {
        PlanRequest what = what();
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Picture picture = Waiting.forPicture(session.desk(), Waiting::steady, Waiting.READINGS);
            Configured.require(setup, picture);
            Reply reply = Waiting.forAnswer(session.desk().send(new MakePlan(what)));
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

    /// A number of requests a second, or the word that lifts it.
    ///
    /// @param lifted what stands for no limit
    static int rate(String text, int lifted) {
        if (text.equals(NONE)) {
            return lifted;
        } else if (!text.matches("\\d{1,6}")) {
            throw new Misused(
                    "'%s' is no rate: write whole requests a second below 1000000, or none"
                            .formatted(text));
        }
        return Integer.parseInt(text);
    }
}
