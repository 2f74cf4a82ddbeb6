package io.spillway.watch.capacity;

/// CPU that traffic does not explain.
///
/// @param pool the server's pool
/// @param server its name
/// @param background CPU share beside traffic, 0..1
/// @param before what it was before, 0..1
/// @param since when it rose, epoch milliseconds
/// @param process the process behind it, as the metrics name it; empty if not seen
/// @param processCpu that process's share of the machine, 0..1, NaN if not seen
public record Finding(
        String pool,
        String server,
        double background,
        double before,
        long since,
        String process,
        double processCpu) {
    /// This finding with the process that explains it.
    ///
    /// @param name as the metrics name it
    /// @param cpu its share of the machine, 0..1
    public Finding withProcess(String name, double cpu) {
        return new Finding(pool, server, background, before, since, name, cpu);
    }
}
