package io.spillway.control.httpd;

import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.wire.httpd.HttpdException;
import io.spillway.wire.httpd.ManagerClient;
import io.spillway.wire.httpd.ManagerPage;
import io.spillway.wire.httpd.ManagerPage.Balancer;
import io.spillway.wire.httpd.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Changes one Apache httpd over its balancer-manager: load factors as weights, 1 to 100, and
/// states. It has no gates.
///
/// httpd sets one member at a time, so a write goes on for as many answers as it has values, each
/// with the deadline of its own. What httpd shows after each change is looked at, because it
/// ignores what it does not like without a word. Where it was reloaded since it was read, the
/// change is sent once more with its new nonce.
public final class HttpdControl implements TrafficControl {
    private static final int MAX_WEIGHT = 100;

    private final String balancer;
    private final ManagerClient client;

    /// @param balancer the balancer's name, as configured
    public HttpdControl(String balancer, ManagerClient client) {
        this.balancer = balancer;
        this.client = client;
    }

    @Override
    public String balancer() {
        return balancer;
    }

    @Override
    public Map<Knob, Integer> read(String backend) throws ControlException {
        if (backend.isEmpty()) {
            return Map.of();
        }
        Map<Knob, Integer> values = new LinkedHashMap<>();
        try {
            for (Member member : backend(client.read(), backend).members()) {
                values.put(Knob.weight(member.server()), weight(member));
                values.put(Knob.state(member.server()), state(member).ordinal());
            }
        } catch (HttpdException e) {
            throw failed(e);
        }
        return values;
    }

    @Override
    public Map<Knob, String> write(String backend, Map<Knob, Integer> values)
            throws ControlException {
        Map<Knob, String> refused = new LinkedHashMap<>();
        try {
            Balancer now = null;
            for (Map.Entry<Knob, Integer> entry : values.entrySet()) {
                Knob knob = entry.getKey();
                if (knob.kind() != Kind.WEIGHT && knob.kind() != Kind.STATE) {
                    refused.put(
                            knob,
                            "httpd has no %s that can be set; use HAProxy for it"
                                    .formatted(knob.kind().noun()));
                    continue;
                }
                now = now == null ? backend(client.read(), backend) : now;
                String why = against(now, knob, entry.getValue());
                if (why.isEmpty()) {
                    now = set(now, knob, entry.getValue());
                    why = remaining(now, knob, entry.getValue());
                }
                if (!why.isEmpty()) {
                    refused.put(knob, why);
                }
            }
        } catch (HttpdException e) {
            throw failed(e);
        }
        return refused;
    }

    /// What keeps weights of a backend from being changed or from acting, found out without
    /// changing anything.
    ///
    /// @return empty if nothing does, else one sentence
    /// @throws ControlException if the balancer cannot be asked, or not in the way of a change
    public Optional<String> obstacle(String backend) throws ControlException {
        Balancer found;
        try {
            client.read();
            found = backend(client.rehearse(), backend);
        } catch (HttpdException e) {
            throw failed(e);
        }
        for (Member member : found.members()) {
            if (!whole(member)) {
                return Optional.of(balancer + ": " + fraction(member) + ".");
            }
        }
        return found.members().stream().mapToInt(Member::set).distinct().count() > 1
                ? Optional.of(
                        "%s: the members of balancer %s are in different sets, of which only the lowest gets traffic; give all the same lbset."
                                .formatted(balancer, backend))
                : Optional.empty();
    }

    private Balancer set(Balancer now, Knob knob, int value)
            throws HttpdException, ControlException {
        Balancer after = send(now, knob, value);
        boolean ignored = !remaining(after, knob, value).isEmpty();
        return ignored && !after.nonce().equals(now.nonce()) ? send(after, knob, value) : after;
    }

    private Balancer send(Balancer now, Knob knob, int value)
            throws HttpdException, ControlException {
        Optional<Member> member = now.member(knob.name());
        return member.isEmpty()
                ? now
                : backend(client.send(now, member.get(), fields(knob, value)), now.name());
    }

    private static Map<String, String> fields(Knob knob, int value) {
        if (knob.kind() == Kind.WEIGHT) {
            return Map.of("w_lf", Integer.toString(value));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("w_status_N", value == AdminState.DRAIN.ordinal() ? "1" : "0");
        fields.put("w_status_D", value == AdminState.MAINT.ordinal() ? "1" : "0");
        if (value != AdminState.MAINT.ordinal()) {
            fields.put("w_status_S", "0");
        }
        return fields;
    }

    /// Why a value is not sent at all; empty if it is.
    private static String against(Balancer now, Knob knob, int value) {
        Member member = now.member(knob.name()).orElse(null);
        if (member == null) {
            return "httpd's balancer %s has no member %s".formatted(now.name(), knob.name());
        }
        if (knob.kind() == Kind.STATE) {
            return member.standby()
                    ? "httpd keeps it as hot standby or spare, which gets traffic only when no other can take it; take +H or +R out of its BalancerMember line to move it"
                    : "";
        }
        if (value == 0) {
            return "httpd has no weight 0; drain the server instead";
        }
        if (value < 0 || value > MAX_WEIGHT) {
            return "httpd takes weights from 1 to %d, not %d".formatted(MAX_WEIGHT, value);
        }
        return whole(member) ? "" : fraction(member);
    }

    /// What httpd shows instead of the value that was sent; empty if it shows that.
    private static String remaining(Balancer now, Knob knob, int value) {
        Member member = now.member(knob.name()).orElse(null);
        if (member == null) {
            return "it left httpd's balancer meanwhile";
        }
        int shown = knob.kind() == Kind.WEIGHT ? weight(member) : state(member).ordinal();
        return shown == value
                ? ""
                : "httpd ignored the change and still shows %s; see its error log"
                        .formatted(knob.say(shown));
    }

    private static AdminState state(Member member) {
        return member.disabled() || member.standby()
                ? AdminState.MAINT
                : member.draining() ? AdminState.DRAIN : AdminState.READY;
    }

    private static int weight(Member member) {
        return (int) Math.round(member.loadFactor());
    }

    private static boolean whole(Member member) {
        return member.loadFactor() == weight(member);
    }

    private static String fraction(Member member) {
        return "%s has the load factor %.2f, and Spillway could not put back a fraction; give it a whole number"
                .formatted(member.server(), member.loadFactor());
    }

    private Balancer backend(ManagerPage page, String backend) throws ControlException {
        return page.balancer(backend)
                .orElseThrow(() ->
                        new ControlException(
                                "%s: %s has no balancer://%s; correct the name of the pool's backend."
                                        .formatted(balancer, client.place(), backend)));
    }

    private ControlException failed(HttpdException e) {
        return new ControlException(balancer + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        // The HTTP client is shared.
    }
}
