package io.spillway.source.haproxy;

import static java.util.stream.Collectors.toSet;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.GateMaps;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.wire.haproxy.Answer;
import io.spillway.wire.haproxy.Command;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.haproxy.RuntimeInfo;
import io.spillway.wire.haproxy.ServerState;
import io.spillway.wire.haproxy.WireException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one HAProxy over its Runtime API, four questions in one write: who are you, how much, in
/// what state, what comes in; and where there are gates, how they stand. Every five seconds it also
/// reads the stick tables, after all else. A process that a reload has replaced is left at once for
/// the one that serves now, within the same poll.
///
/// Servers behind a Unix socket in tcp mode are left out: that is how the Runtime API itself is
/// offered over TLS.
public final class HaproxySource implements MetricSource {
    private static final List<Command> QUESTIONS =
            List.of(
                    Command.showInfo(),
                    Command.showStat(),
                    Command.showServersState(),
                    Command.showFrontends());

    private final String name;
    private final RuntimeClient client;
    private final Meter meter = new Meter();
    private final FrontendMeter frontends = new FrontendMeter();
    private final Tables tables = new Tables();
    private final GateReader gates;
    private final List<Command> questions = new ArrayList<>(QUESTIONS);
    private @Nullable RuntimeInfo process;

    /// A balancer without gates.
    ///
    /// @param name the balancer's name, as configured
    /// @param client its own connection; closed with this source
    public HaproxySource(String name, RuntimeClient client) {
        this(name, client, null);
    }

    /// A balancer that may have gates.
    ///
    /// @param maps where the balancer's gates are set, null if it has none
    public HaproxySource(String name, RuntimeClient client, @Nullable GateMaps maps) {
        this.name = name;
        this.client = client;
        gates = new GateReader(maps);
        questions.addAll(gates.questions());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "haproxy";
    }

    @Override
    public boolean balancer() {
        return true;
    }

    @Override
    public SourceReport poll(Instant now) throws SourceException {
        long asked = System.nanoTime();
        try {
            List<Answer> answers = client.execute(questions);
            if (info(answers).stopping()) {
                client.disconnect();
                answers = client.execute(questions);
            }
            // In practice time stands still between two ticks.
            long late = client.practice() ? 0 : (System.nanoTime() - asked) / 1_000_000;
            return report(answers, now.toEpochMilli(), late);
        } catch (WireException e) {
            throw new SourceException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    "%s answers, but not as HAProxy does (%s): check what listens there."
                            .formatted(client.endpoint().text(), e.getMessage()),
                    e);
        }
    }

    private SourceReport report(List<Answer> answers, long now, long late) {
        RuntimeInfo info = info(answers);
        if (process == null || !process.sameProcess(info)) {
            meter.reset();
            frontends.reset();
        }
        process = info;
        gates.read(answers.subList(QUESTIONS.size(), answers.size()));
        List<StatRow> rows = StatRow.parse(data(answers, 1));
        List<ServerState> states = ServerState.parse(data(answers, 2));
        Set<String> hidden = hidden(rows, states);
        List<StatRow> shown = rows.stream().filter(r -> !hidden.contains(r.proxy())).toList();
        var balancer =
                new BalancerState(
                        name,
                        info.version(),
                        info.pid(),
                        info.startedAt(),
                        now,
                        slots(shown, states),
                        gates.values(),
                        BalancerState.MAX_WEIGHT,
                        fixed(shown));
        List<FrontendRow> entries =
                FrontendRow.parse(data(answers, 3)).stream()
                        .filter(r -> !hidden.contains(r.proxy()))
                        .toList();
        List<KeyRate> keys = new ArrayList<>(frontends.read(entries, now + late));
        tables.read(client, perSecond(entries, keys), now);
        keys.addAll(tables.keys());
        return new SourceReport(
                meter.read(shown, now, now + late),
                balancer,
                keys,
                List.of(),
                List.of(),
                tables.trouble().isEmpty() ? gates.trouble() : tables.trouble());
    }

    private static double perSecond(List<FrontendRow> rows, List<KeyRate> rates) {
        return Math.max(
                rows.stream().mapToDouble(r -> Math.max(0, r.rate())).sum(),
                rates.stream().mapToDouble(KeyRate::requests).sum());
    }

    private static RuntimeInfo info(List<Answer> answers) {
        return RuntimeInfo.parse(data(answers, 0));
    }

    private static String data(List<Answer> answers, int index) {
        return switch (answers.get(index)) {
            case Answer.Data data -> data.text();
            case Answer.Done _ -> "";
            case Answer.Notice notice -> notice.text();
            case Answer.Refused refused ->
                    throw new IllegalArgumentException(
                            "'%s': %s".formatted(QUESTIONS.get(index), refused.text()));
        };
    }

    private static Set<String> hidden(List<StatRow> rows, List<ServerState> states) {
        Set<String> internal = new HashSet<>();
        states.stream().filter(ServerState::internal).forEach(s -> internal.add(s.backend()));
        rows.stream().filter(StatRow::http).forEach(r -> internal.remove(r.proxy()));
        return internal;
    }

    private static Set<String> fixed(List<StatRow> rows) {
        return rows.stream().filter(StatRow::fixed).map(StatRow::proxy).collect(toSet());
    }

    private static List<Slot> slots(List<StatRow> rows, List<ServerState> states) {
        Map<String, ServerState> byName = HashMap.newHashMap(states.size());
        states.forEach(s -> byName.put(s.backend() + "/" + s.server(), s));
        List<Slot> slots = new ArrayList<>(rows.size());
        for (StatRow row : rows) {
            ServerState state = byName.get(row.proxy() + "/" + row.server());
            if (row.isServer() && state != null) {
                slots.add(slot(row, state));
            }
        }
        return slots;
    }

    private static Slot slot(StatRow row, ServerState state) {
        AdminState admin =
                state.maintenance()
                        ? AdminState.MAINT
                        : state.draining() ? AdminState.DRAIN : AdminState.READY;
        OperState oper = admin == AdminState.MAINT ? OperState.UNKNOWN : row.oper();
        return new Slot(
                state.backend(),
                state.server(),
                state.address(),
                state.weight(),
                state.initialWeight(),
                admin,
                oper,
                row.maxConnections(),
                row.throttle(),
                row.agent());
    }

    @Override
    public void close() {
        client.close();
    }
}
