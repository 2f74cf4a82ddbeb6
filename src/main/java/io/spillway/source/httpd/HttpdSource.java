package io.spillway.source.httpd;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.wire.httpd.HttpdException;
import io.spillway.wire.httpd.ManagerClient;
import io.spillway.wire.httpd.ManagerPage;
import io.spillway.wire.httpd.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one Apache httpd from its balancer-manager. It tells less than HAProxy: no initial weight
/// (the present one stands for it), no process id, no start (the poll that first sees it restarted
/// or reloaded stands for it), no errors, no latency and no queue.
///
/// A hot standby or a spare is shown as in maintenance: it takes no traffic while others can.
public final class HttpdSource implements MetricSource {
    /// The largest load factor.
    private static final int MAX_WEIGHT = 100;

    private final String name;
    private final ManagerClient client;
    private final Meter meter = new Meter();
    private @Nullable ManagerPage last;
    private long startedAt;

    /// @param name the balancer's name, as configured
    public HttpdSource(String name, ManagerClient client) {
        this.name = name;
        this.client = client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "httpd";
    }

    @Override
    public boolean balancer() {
        return true;
    }

    @Override
    public SourceReport poll(Instant now) throws SourceException {
        long asked = System.nanoTime();
        ManagerPage page;
        try {
            page = client.read();
        } catch (HttpdException e) {
            throw new SourceException(String.valueOf(e.getMessage()), e);
        }
        long time = now.toEpochMilli();
        long late = (System.nanoTime() - asked) / 1_000_000;
        if (last != null && page.restartedSince(last)) {
            startedAt = now.getEpochSecond();
            meter.reset();
        }
        last = page;
        var balancer =
                new BalancerState(
                        name, page.server(), 0, startedAt, time, slots(page), Map.of(), MAX_WEIGHT);
        return new SourceReport(meter.read(page, time, time + late), balancer, "");
    }

    private static List<Slot> slots(ManagerPage page) {
        List<Slot> slots = new ArrayList<>();
        for (ManagerPage.Balancer balancer : page.balancers()) {
            balancer.members().forEach(m -> slots.add(slot(balancer.name(), m)));
        }
        return slots;
    }

    private static Slot slot(String backend, Member member) {
        int weight = (int) Math.round(member.loadFactor());
        boolean out = member.disabled() || member.standby();
        AdminState admin =
                out ? AdminState.MAINT : member.draining() ? AdminState.DRAIN : AdminState.READY;
        OperState oper = out ? OperState.UNKNOWN : member.failed() ? OperState.DOWN : OperState.UP;
        return new Slot(backend, member.server(), member.address(), weight, weight, admin, oper);
    }

    @Override
    public void close() {
        // The HTTP client is shared.
    }
}
