package io.spillway.app.cli;

import io.spillway.app.output.ProofJson;
import io.spillway.app.output.ProofText;
import io.spillway.desk.Command.MakePlan;
import io.spillway.desk.Command.Signed;
import io.spillway.desk.Picture;
import io.spillway.desk.Proof;
import io.spillway.desk.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Proves on one server that Spillway can read, change, read back and set back.
@Command(
        name = "prove",
        description =
                "Reads one server at its balancers, changes its weight by the least there is (or"
                        + " drains it), reads that back, and undoes it.")
final class SetupProveCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(index = "0", paramLabel = "POOL", description = "The pool's name.")
    String pool = "";

    @Parameters(
            index = "1",
            paramLabel = "SERVER",
            description = "The server, as the balancers name it.")
    String server = "";

    @Mixin final Who who = new Who();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; it is written into the journal (default: a proof by setup).")
    String reason = "a proof by setup";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    SetupProveCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Acts.requireText("--reason", reason);
        Proof.Request request = new Proof.Request(pool, server, who.name(), reason, false);
        String secret = who.secret();
        Setup setup = common.resolve(context);
        List<Proof.Line> lines = new ArrayList<>();
        try (DeskSession session = context.open(setup)) {
            Picture picture = Waiting.forPicture(session.desk(), Waiting::steady, Waiting.READINGS);
            Configured.require(setup, picture);
            Proof.run(
                    request,
                    picture,
                    (command, answer) -> {
                        boolean looks = command instanceof MakePlan;
                        var sent = looks ? command : new Signed(command, secret);
                        answer.accept(answer(session.desk().send(sent)));
                    },
                    line -> {
                        lines.add(line);
                        if (!json) {
                            context.out().print(ProofText.of(line));
                        }
                    });
        }
        if (json) {
            context.out().println(ProofJson.pretty(pool, server, lines));
        }
        return code(lines);
    }

    /// What was done until then is told, and what was changed, even where an answer does not come.
    private static Reply answer(CompletableFuture<Reply> coming) {
        try {
            return Waiting.forAnswer(coming);
        } catch (Refused e) {
            return new Reply(false, String.valueOf(e.getMessage()), null, null);
        }
    }

    private int code(List<Proof.Line> lines) {
        List<Proof.Line> failed = lines.stream().filter(line -> !line.good()).toList();
        failed.forEach(line ->
                context.err()
                        .println("spillway: %s: %s".formatted(line.step().word(), line.said())));
        return failed.isEmpty() ? 0 : 1;
    }
}
