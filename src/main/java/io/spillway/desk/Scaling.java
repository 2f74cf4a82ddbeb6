package io.spillway.desk;

import io.spillway.action.ActResult;
import io.spillway.action.Lease;
import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import io.spillway.relief.standby.Advice;
import io.spillway.relief.standby.StandbyPlans;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks what starts servers, where one is configured, in the course of an operator's act that
/// brings standby servers in, and takes that back when the act is over. The journal tells what was
/// asked, so that another process can take it back too.
final class Scaling {
    private static final Logger LOG = LoggerFactory.getLogger(Scaling.class);
    private static final String ASKED = "scale.asked";
    private static final String TAKEN_BACK = "scale.taken-back";
    private static final String ITSELF = "spillway";

    private final Map<String, ScaleControl> scales;
    private final Journal journal;
    private final InstantSource clock;
    private final String console;
    private final Executor actThread;
    private final Map<String, Scaled> open = new LinkedHashMap<>();
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
        this.journal = journal;
        this.clock = clock;
        this.console = console;
        this.actThread = actThread;
        if (!scales.isEmpty()) {
            remember();
        }
    }

    private void remember() {
        try {
            for (Event event : journal.since(0)) {
                if (event.kind().equals(ASKED)) {
                    open.put(event.subject(), Wire.JSON.readValue(event.body(), Scaled.class));
                } else if (event.kind().equals(TAKEN_BACK)) {
                    open.remove(event.subject());
                }
            }
        } catch (JournalException e) {
            LOG.error("What was asked for servers cannot be read", e);
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
        try {
            Scaled done = scale.scale(new ScaleRequest(plan.pool(), now, wanted, reason));
            write(operator, ASKED, result.id(), Wire.JSON.writeValueAsString(done));
            synchronized (open) {
                open.put(result.id(), done);
            }
            return " %s was asked for %d servers: %s".formatted(scale.name(), wanted, done.text());
        } catch (ControlException e) {
            return " No server was asked for: " + e.getMessage();
        } catch (JournalException e) {
            return " That %s was asked for %d servers could not be written down: %s"
                    .formatted(scale.name(), wanted, e.getMessage());
        }
    }

    /// Takes back what was asked for acts that are over. Called on the desk's thread.
    void check(List<Lease> leases) {
        synchronized (open) {
            for (Lease lease : leases) {
                Scaled done = open.get(lease.id());
                if (done != null && !lease.inForce() && underWay.add(lease.id())) {
                    actThread.execute(() -> takeBack(lease.id(), done));
                }
            }
        }
    }

    private void takeBack(String id, Scaled done) {
        ScaleControl scale = scales.get(done.pool());
        if (scale == null) {
            return;
        }
        try {
            Scaled undone = scale.undo(done, "act " + id + " is over");
            write(ITSELF, TAKEN_BACK, id, Wire.JSON.writeValueAsString(undone));
            synchronized (open) {
                open.remove(id);
            }
        } catch (ControlException | JournalException e) {
            LOG.error(
                    "What was asked of {} for act {} could not be taken back", scale.name(), id, e);
        }
    }

    private void write(String author, String kind, String id, String body) throws JournalException {
        journal.append(clock.instant(), author, console, kind, id, body);
    }
}
