package io.spillway.app.cli;

import io.spillway.action.ActResult;
import io.spillway.app.output.PlanJson;
import io.spillway.desk.Command.Apply;
import io.spillway.desk.Command.Signed;
import io.spillway.desk.Consent;
import io.spillway.relief.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out a plan.
@Command(
        name = "apply",
        description = "Applies a plan file, reads back from every balancer, and says how it went.")
final class ApplyCommand implements Callable<Integer> {
    private static final String ALONE =
            "no console is running: nothing gives this back before you undo it or start one";

    private static final Set<ActResult.Outcome> STUCK =
            Set.of(ActResult.Outcome.INTERRUPTED, ActResult.Outcome.HALTED);

    private final Context context;
    private final CommonOptions common;
    private final InputStream in;

    @Parameters(paramLabel = "FILE", description = "A plan written by `spillway plan … --out`.")
    Path file = Path.of("");

    @Mixin final Who who = new Who();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; it is written into the journal.")
    String reason = "";

    @Option(
            names = "--second",
            paramLabel = "NAME",
            description = "Who agrees to what lies beyond the guards; needs --second-secret-stdin.")
    String second = "";

    @Option(
            names = "--second-secret-stdin",
            description = "Read that operator's secret, as the next line of the standard input.")
    boolean secret;

    @Option(
            names = "--emergency",
            description = "Go beyond the guards without a second operator; it is told everywhere.")
    boolean emergency;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    /// @param in where the second operator's secret comes from
    ApplyCommand(Context context, CommonOptions common, InputStream in) {
        this.context = context;
        this.common = common;
        this.in = in;
    }

    @Override
    public Integer call() throws Exception {
        Acts.requireText("--reason", reason);
        String operator = who.name();
        Plan plan = read();
        String own = who.secret();
        Consent consent = consent();
        Apply apply = new Apply(plan, operator, reason, false, consent);
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            // It is looked at once more with the figures of now, so those have to be there.
            Configured.require(
                    setup, Waiting.forPicture(session.desk(), Waiting::complete, Waiting.READINGS));
            ActResult first = Acts.send(session, new Signed(apply, own));
            ActResult result = Settling.THERE.wait(context, session, first);
            int code = Acts.print(context, result, json);
            boolean left = result.outcome().done() || STUCK.contains(result.outcome());
            if (left && !session.givesBack()) {
                context.note(ALONE);
            }
            return code;
        }
    }

    private Consent consent() throws IOException {
        if (second.isBlank() == secret) {
            throw new Misused(
                    "--second and --second-secret-stdin belong together: give both or neither");
        } else if (!secret) {
            return emergency ? new Consent("", "", true) : Consent.NONE;
        }
        char[] line = SecretLine.read(in);
        try {
            return new Consent(second, new String(line), emergency);
        } finally {
            Arrays.fill(line, '\0');
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
