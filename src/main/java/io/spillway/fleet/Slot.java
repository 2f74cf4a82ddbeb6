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
public record Slot(
        String backend,
        String server,
        String address,
        int weight,
        int initialWeight,
        AdminState admin,
        OperState oper) {}
