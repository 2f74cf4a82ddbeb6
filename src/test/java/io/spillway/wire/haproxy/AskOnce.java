package io.spillway.wire.haproxy;

import java.time.Duration;

/// A process of its own that connects to its argument and writes what came of it.
final class AskOnce {
    private AskOnce() {}

    public static void main(String[] args) throws Exception {
        String said;
        try (var client =
                new RuntimeClient(Endpoint.parse(args[0], null), Duration.ofSeconds(10), false)) {
            said = "OK " + client.info().pid();
        } catch (WireException e) {
            said = e.kind() + " " + e.getMessage();
        }
        System.out.println(said);
    }
}
