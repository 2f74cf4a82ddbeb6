package io.spillway.fleet;

/// Where a balancer's gates are set: maps, named by the paths that its configuration names them by.
/// The same on every balancer.
///
/// @param shed class rank to permille refused
/// @param limit class rank to requests per second admitted
/// @param epoch what the draw of clients depends on
/// @param sourceCap address to requests per second admitted
/// @param agentCap user agent to requests per second admitted
public record GateMaps(String shed, String limit, String epoch, String sourceCap, String agentCap) {
    /// The names of the files that Spillway ships, in a folder.
    ///
    /// @param folder absolute, with or without a slash at its end
    public static GateMaps in(String folder) {
        String base = folder.endsWith("/") ? folder : folder + "/";
        return new GateMaps(
                base + "shed.map",
                base + "limit.map",
                base + "epoch.map",
                base + "source_cap.map",
                base + "agent_cap.map");
    }
}
