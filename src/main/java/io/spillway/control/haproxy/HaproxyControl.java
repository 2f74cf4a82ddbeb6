package io.spillway.control.haproxy;

import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.wire.haproxy.Answer;
import io.spillway.wire.haproxy.Answer.Reason;
import io.spillway.wire.haproxy.Command;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.haproxy.RuntimeInfo;
import io.spillway.wire.haproxy.ServerState;
import io.spillway.wire.haproxy.WireException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes one HAProxy over its Runtime API, on a connection of its own.
///
/// Whether a backend's algorithm takes weights shows only in HAProxy's answer. Once refused, a
/// backend is remembered until HAProxy is reloaded, and nothing more is sent to it.
public final class HaproxyControl implements TrafficControl {
    private final String balancer;
    private final RuntimeClient client;
    private final Set<String> fixed = new HashSet<>();
    private @Nullable RuntimeInfo process;

    /// @param balancer the balancer's name, as configured
    /// @param client its own connection; closed with this control
    public HaproxyControl(String balancer, RuntimeClient client) {
        this.balancer = balancer;
        this.client = client;
    }

    @Override
    public String balancer() {
        return balancer;
    }

    /// What the checks say is read coarsely here (up or down): the source tells more.
    @Override
    public List<Slot> read(String backend) throws ControlException {
        try {
            meet();
            return slots(backend);
        } catch (WireException e) {
            throw failed(e);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    @Override
    public Map<String, String> setWeights(String backend, Map<String, Integer> weights)
            throws ControlException {
        List<String> servers = List.copyOf(weights.keySet());
        try {
            List<Command> commands = new ArrayList<>(servers.size());
            weights.forEach((server, w) -> commands.add(Command.setWeight(backend, server, w)));
            meet();
            if (fixed.contains(backend)) {
                return allRefused(servers, backend);
            }
            return refusals(backend, servers, client.execute(commands));
        } catch (WireException e) {
            throw failed(e);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    /// Whether weights of a backend can be changed over this connection, found out without changing
    /// anything: HAProxy tells the level of the connection, and only `admin` may set weights.
    /// Whether the backend's algorithm takes weights cannot be asked; it is known once refused.
    ///
    /// @return empty if yes, else one sentence why not
    /// @throws ControlException if the balancer cannot be asked
    public Optional<String> obstacle(String backend) throws ControlException {
        try {
            meet();
            String level =
                    client.execute(Command.showCliLevel()) instanceof Answer.Notice notice
                            ? notice.text()
                            : "unknown";
            if (!level.equals("admin")) {
                return Optional.of(
                        "%s: %s has level '%s', and only 'admin' may set weights; write 'level admin' on its 'stats socket' line."
                                .formatted(balancer, client.endpoint().text(), level));
            }
            slots(backend);
            return fixed.contains(backend) ? Optional.of(fixed(backend)) : Optional.empty();
        } catch (WireException e) {
            throw failed(e);
        } catch (IllegalArgumentException e) {
            return Optional.of(balancer + ": " + e.getMessage() + ".");
        }
    }

    /// Makes sure that the process at the other end is the one that serves now.
    private void meet() throws WireException {
        RuntimeInfo now = client.info();
        if (process == null || !process.sameProcess(now)) {
            fixed.clear();
        }
        process = now;
    }

    private List<Slot> slots(String backend) throws WireException {
        return switch (client.execute(Command.showServersState(backend))) {
            case Answer.Data data ->
                    ServerState.parse(data.text()).stream().map(HaproxyControl::slot).toList();
            case Answer.Refused refused when refused.reason() == Reason.NO_SUCH_BACKEND ->
                    throw new IllegalArgumentException(
                            "HAProxy has no backend '%s'; correct the name of the pool's backend"
                                    .formatted(backend));
            case Answer other ->
                    throw new IllegalArgumentException(
                            "HAProxy does not tell its servers' states (%s)".formatted(other));
        };
    }

    private Map<String, String> refusals(
            String backend, List<String> servers, List<Answer> answers) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (int i = 0; i < servers.size(); i++) {
            if (answers.get(i) instanceof Answer.Refused(Reason reason, String words)) {
                if (reason == Reason.STATIC_ALGORITHM) {
                    fixed.add(backend);
                }
                refused.put(servers.get(i), words);
            }
        }
        return refused;
    }

    private Map<String, String> allRefused(List<String> servers, String backend) {
        Map<String, String> refused = new LinkedHashMap<>();
        servers.forEach(server -> refused.put(server, fixed(backend)));
        return refused;
    }

    private String fixed(String backend) {
        return "%s: the algorithm of backend %s takes no weights while HAProxy runs (it said so before); choose roundrobin, leastconn, random or 'hash-type consistent'."
                .formatted(balancer, backend);
    }

    private static Slot slot(ServerState state) {
        AdminState admin =
                state.maintenance()
                        ? AdminState.MAINT
                        : state.draining() ? AdminState.DRAIN : AdminState.READY;
        OperState oper =
                switch (state.oper()) {
                    case 0 -> admin == AdminState.MAINT ? OperState.UNKNOWN : OperState.DOWN;
                    case 1, 2 -> OperState.UP;
                    default -> OperState.CHANGING;
                };
        return new Slot(
                state.backend(),
                state.server(),
                state.address(),
                state.weight(),
                state.initialWeight(),
                admin,
                oper);
    }

    private ControlException failed(WireException e) {
        return new ControlException(balancer + ": " + e.getMessage(), e);
    }

    private ControlException refused(IllegalArgumentException e) {
        return new ControlException(balancer + ": " + e.getMessage() + ".", e);
    }

    @Override
    public void close() {
        client.close();
    }
}
