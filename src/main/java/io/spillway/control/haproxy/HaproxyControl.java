package io.spillway.control.haproxy;

import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
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

    @Override
    public Map<Knob, Integer> read(String backend) throws ControlException {
        try {
            meet();
            return values(backend);
        } catch (WireException e) {
            throw failed(e);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    @Override
    public Map<Knob, String> write(String backend, Map<Knob, Integer> values)
            throws ControlException {
        Map<Knob, String> refused = new LinkedHashMap<>();
        List<Knob> knobs = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        try {
            meet();
            values.forEach((knob, value) -> {
                if (knob.kind() == Kind.WEIGHT && fixed.contains(backend)) {
                    refused.put(knob, fixed(backend));
                } else {
                    knobs.add(knob);
                    commands.add(command(backend, knob, value));
                }
            });
            refusals(backend, knobs, client.execute(commands), refused);
            return refused;
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
            servers(backend);
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

    private static Command command(String backend, Knob knob, int value) {
        return switch (knob.kind()) {
            case WEIGHT -> Command.setWeight(backend, knob.name(), value);
            case STATE -> Command.setState(backend, knob.name(), knob.say(value));
            default ->
                    throw new IllegalArgumentException(
                            "HAProxy's %s cannot be set".formatted(knob.kind().noun()));
        };
    }

    private Map<Knob, Integer> values(String backend) throws WireException {
        Map<Knob, Integer> values = new LinkedHashMap<>();
        for (ServerState server : servers(backend)) {
            AdminState admin =
                    server.maintenance()
                            ? AdminState.MAINT
                            : server.draining() ? AdminState.DRAIN : AdminState.READY;
            values.put(Knob.weight(server.server()), server.weight());
            values.put(Knob.state(server.server()), admin.ordinal());
        }
        return values;
    }

    private List<ServerState> servers(String backend) throws WireException {
        return switch (client.execute(Command.showServersState(backend))) {
            case Answer.Data data -> ServerState.parse(data.text());
            case Answer.Refused refused when refused.reason() == Reason.NO_SUCH_BACKEND ->
                    throw new IllegalArgumentException(
                            "HAProxy has no backend '%s'; correct the name of the pool's backend"
                                    .formatted(backend));
            case Answer other ->
                    throw new IllegalArgumentException(
                            "HAProxy does not tell its servers' states (%s)".formatted(other));
        };
    }

    private void refusals(
            String backend, List<Knob> knobs, List<Answer> answers, Map<Knob, String> refused) {
        for (int i = 0; i < knobs.size(); i++) {
            if (answers.get(i) instanceof Answer.Refused(Reason reason, String words)) {
                if (reason == Reason.STATIC_ALGORITHM) {
                    fixed.add(backend);
                }
                refused.put(knobs.get(i), words);
            }
        }
    }

    private String fixed(String backend) {
        return "%s: the algorithm of backend %s takes no weights while HAProxy runs (it said so before); choose roundrobin, leastconn, random or 'hash-type consistent'."
                .formatted(balancer, backend);
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
