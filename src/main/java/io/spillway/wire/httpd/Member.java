package io.spillway.wire.httpd;

import java.util.Set;

/// One member of a balancer, as the balancer-manager shows it.
///
/// @param server what it is called here: its route, or `host:port` if it has none of its own
/// @param url its address as configured, by which httpd knows it
/// @param host name or address
/// @param port as shown
/// @param loadFactor its weight, 1.00 to 100.00, to two decimals
/// @param status httpd's words for what it is, for instance `Init`, `Ok`, `Drn`
/// @param elected requests given to it since httpd was started or reloaded
/// @param busy requests that it works on now
/// @param set members of a higher set get requests only if none of a lower one can take them
public record Member(
        String server,
        String url,
        String host,
        int port,
        double loadFactor,
        Set<String> status,
        long elected,
        int busy,
        int set) {
    public Member {
        status = Set.copyOf(status);
    }

    /// `host:port`.
    public String address() {
        return host + ":" + port;
    }

    /// True if only clients that are bound to it still come.
    public boolean draining() {
        return status.contains("Drn");
    }

    /// True if somebody took it out of service: nobody comes.
    public boolean disabled() {
        return status.contains("Dis") || status.contains("Stop");
    }

    /// True if it gets requests only once no ordinary member can take them.
    public boolean standby() {
        return status.contains("Stby") || status.contains("Spar");
    }

    /// True if httpd could not reach it lately, or its health check fails.
    public boolean failed() {
        return status.contains("Err") || status.contains("HcFl");
    }
}
