package io.spillway.fleet;

/// One server as one balancer holds it.
///
/// @param backend the backend's name
/// @param server the server's name
/// @param address `host:port`, empty where hidden
/// @param weight the weight set by operators or configuration (slow start aside), 0..256
/// @param initialWeight the weight in the balancer's configuration
/// @param admin what operators want
/// @param oper what the checks say
/// @param maxConnections requests that it is given at once, 0 without limit, -1 unknown
/// @param throttle percent of its weight that slow start grants now, 100 when it is over
/// @param agent what its agent check said last, empty if it has none
public record Slot(
        String backend,
        String server,
        String address,
        int weight,
        int initialWeight,
        AdminState admin,
        OperState oper,
        int maxConnections,
        int throttle,
        String agent) {
    /// A server of which no more is known than its weight and state.
    public Slot(
            String backend,
            String server,
            String address,
            int weight,
            int initialWeight,
            AdminState admin,
            OperState oper) {
        this(backend, server, address, weight, initialWeight, admin, oper, -1, 100, "");
    }
}
