package io.spillway.desk;

import io.spillway.action.ActResult;
import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import io.spillway.relief.standby.Advice;
import io.spillway.relief.standby.StandbyPlans;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks what starts servers, where one is configured, in the course of an operator's act that
/// brings standby servers in, and takes that back when the act is over.
final class Scaling {
    private static final Logger LOG = LoggerFactory.getLogger(Scaling.class);

    private final Map<String, ScaleControl> scales;
    private final ScaleBook book;
    private final Executor actThread;
    private final Set<String> underWay = new HashSet<>();

    /// @param scales by pool, for each that has one
    /// @param console the name of this console in the journal
    Scaling(
            Map<String, ScaleControl> scales,
            Journal journal,
            InstantSource clock,
            String console,
            Executor actThread) {
        this.scales = scales;
        this.book = new ScaleBook(journal, clock, console);
        this.actThread = actThread;
        if (!scales.isEmpty()) {
            book.remember();
        }
    }

    /// Asks for as many servers as the act brings in and advice still misses. Called on the thread
    /// for acts, after the balancers read back.
    ///
    /// @param advice on the pool, null for none
    /// @return a sentence to go on with, empty if nothing was asked
    String asked(
            Plan plan, ActResult result, String operator, String reason, @Nullable Advice advice) {
        ScaleControl scale = scales.get(plan.pool());
        if (scale == null
                || !plan.kind().equals(StandbyPlans.BRING_IN)
                || !result.outcome().done()) {
            return "";
        }
        int now = (int) plan.servers().stream().filter(m -> m.shareNow() > 0).count();
        int then = (int) plan.servers().stream().filter(m -> m.shareAfter() > 0).count();
        int wanted = then + (advice == null ? 0 : Math.max(0, advice.missing()));
        ScaleRequest request = new ScaleRequest(plan.pool(), now, wanted, reason);
        return ask(scale, request, result.id(), operator);
    }

    private String ask(ScaleControl scale, ScaleRequest request, String id, String operator) {
        String told = " %s was asked for %d servers: ".formatted(scale.name(), request.replicas());
        try {
            Scaled done = scale.scale(request, intended -> intend(id, intended, operator));
            told += done.text();
            book.asked(id, done, operator);
            return told;
        } catch (ControlException e) {
            return book.holds(id)
                    ? " Whether servers come is not certain; what was asked is taken back when the"
                            + " act is over: "
                            + e.getMessage()
                    : " No server was asked for: " + e.getMessage();
        } catch (JournalException e) {
            return told + " That could not be written down: " + e.getMessage();
        }
    }

    private void intend(String id, Scaled intended, String operator) throws ControlException {
        try {
            book.intended(id, intended, operator);
        } catch (JournalException e) {
            throw new ControlException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Takes back what was asked for acts that are over. Called on the desk's thread.
    ///
    /// @param acts read at the time or later
    /// @param now the desk's time
    void check(Acts.Book acts, Instant now) {
        for (String id : book.due(acts, now)) {
            Scaled done = book.done(id);
            ScaleControl scale = done == null ? null : scales.get(done.pool());
            if (scale != null && begin(id)) {
                actThread.execute(() -> takeBack(id, scale));
            }
        }
    }

    private boolean begin(String id) {
        synchronized (underWay) {
            return underWay.add(id);
        }
    }

    private void takeBack(String id, ScaleControl scale) {
        try {
            Scaled done = book.done(id);
            Scaled undone = book.undone(id);
            if (done != null && undone == null) {
                undone = scale.undo(done, "act " + id + " is over");
            }
            if (undone != null) {
                book.takenBack(id, undone);
            }
        } catch (ControlException | JournalException | RuntimeException e) {
            LOG.error("{}, asked for act {}, could not be taken back", scale.name(), id, e);
            book.later(id, String.valueOf(e.getMessage()));
        } finally {
            synchronized (underWay) {
                underWay.remove(id);
            }
        }
    }

    /// Sentences on what could not be taken back, or was left. Any thread.
    List<String> notices() {
        return book.notices();
    }
}
