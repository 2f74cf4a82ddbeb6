package io.spillway.app.cli;

import io.spillway.action.ActResult;
import io.spillway.alarm.OperatorAct;
import io.spillway.app.output.ApplyJson;
import io.spillway.app.output.ApplyText;
import io.spillway.desk.Command;
import io.spillway.desk.Command.Signed;
import io.spillway.desk.Reply;
import java.util.List;

/// What `apply`, `undo` and `lease` share.
final class Acts {
    private Acts() {}

    static void requireText(String option, String value) {
        if (value.isBlank()) {
            throw new Misused(option + " is empty: write it out, for it goes into the journal");
        }
    }

    /// Sends an act; a desk that refuses without a result has sent nothing.
    static ActResult send(DeskSession session, Command act) {
        Reply reply = Waiting.forAnswer(session.desk().send(act));
        ActResult result = reply.result();
        if (result == null) {
            return new ActResult("", ActResult.Outcome.REFUSED, reply.message(), List.of());
        }
        // The desk may have more to say than what became of it.
        return reply.message().isEmpty()
                ? result
                : new ActResult(result.id(), result.outcome(), reply.message(), result.balancers());
    }

    /// Prints what became of it, failures on the error stream too so that no script misses them.
    ///
    /// @return the exit code
    static int print(Context context, ActResult result, boolean json) {
        boolean done = result.outcome().done();
        if (json) {
            context.out().println(ApplyJson.pretty(result));
        } else if (done) {
            context.out().print(ApplyText.of(result));
        }
        if (!done) {
            context.err().print("spillway: " + ApplyText.of(result));
        }
        return done ? 0 : 1;
    }

    /// Does what an operator wants done about alarms, through the desk that runs or one made here.
    ///
    /// @param secret of whoever does it, empty if none was given
    /// @return the exit code
    static int onAlarms(Context context, CommonOptions common, OperatorAct act, String secret)
            throws Exception {
        Setup setup = common.resolve(context);
        try (DeskSession session = context.open(setup)) {
            Waiting.forPicture(session.desk(), Waiting.alarms(), Waiting.READINGS);
            Reply reply =
                    Waiting.forAnswer(
                            session.desk().send(new Signed(new Command.OnAlarms(act), secret)));
            if (reply.done()) {
                context.out().println(reply.message());
                return 0;
            }
            context.err().println("spillway: " + reply.message());
            return 1;
        }
    }
}
