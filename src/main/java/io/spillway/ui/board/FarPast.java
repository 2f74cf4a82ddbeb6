package io.spillway.ui.board;

import io.spillway.desk.Command;
import io.spillway.desk.Reply;
import io.spillway.history.Window;
import io.spillway.ui.kit.Acts;

/// What lies further back than the last day. The desk is asked for it when somebody looks there,
/// for more than is shown, so that moving on a little asks for nothing, and again after some
/// minutes. For the FX thread.
final class FarPast {
    private static final long DAY = 24 * 3_600_000L;
    private static final long SLACK = 60_000;
    private static final long FRESH = 5 * 60_000L;
    private static final long AGAIN = 10_000;

    /// A stretch that is shorter than this share of what was asked for deserves finer steps.
    private static final int TOO_COARSE = 5;

    private final Acts acts;
    private final Runnable arrived;
    private Window window = Window.empty();
    private Asked asked = new Asked(0, 0, 0);
    private String trouble = "";
    private long questions;

    /// @param acts asks the desk
    /// @param arrived called when more is known
    FarPast(Acts acts, Runnable arrived) {
        this.acts = acts;
        this.arrived = arrived;
    }

    /// @param at the desk's time at which it was asked, epoch milliseconds
    private record Asked(long from, long to, long at) {
        boolean serves(long first, long last, long now) {
            boolean covers = from <= first && to >= Math.min(last, at);
            boolean fine = to - from <= TOO_COARSE * (last - first);
            return covers && fine && Math.abs(now - at) < FRESH;
        }
    }

    /// What is known by now of a stretch, empty where the last day is enough.
    ///
    /// @param from the left edge, epoch milliseconds
    /// @param to the right edge, epoch milliseconds
    Window look(long from, long to, long now) {
        if (from >= now - DAY - SLACK) {
            return Window.empty();
        }
        long last = Math.min(to, now);
        if (last > from && !asked.serves(from, last, now)) {
            long margin = (last - from) / 2;
            ask(new Asked(from - margin, Math.min(last + margin, now), now));
        }
        return window;
    }

    private void ask(Asked next) {
        asked = next;
        long mine = ++questions;
        acts.send(new Command.PastWindow(next.from(), next.to()), reply -> take(mine, reply));
    }

    /// Why the last question was not answered, empty if it was.
    String trouble() {
        return trouble;
    }

    /// A slow answer must not take the place of that to a later question.
    private void take(long question, Reply reply) {
        if (question != questions) {
            return;
        }
        Window past = reply.past();
        if (past == null) {
            // Not at once: whoever did not answer may be busy.
            asked = new Asked(asked.from(), asked.to(), asked.at() - FRESH + AGAIN);
        }
        trouble = past == null ? reply.message() : "";
        window = past == null ? window : past;
        arrived.run();
    }
}
