package io.spillway.action;

import io.spillway.control.TrafficControl;
import io.spillway.control.haproxy.HaproxyControl;
import io.spillway.testing.RealHaproxy;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Two real HAProxys that hold the pool of [Scene]. Nothing listens behind them: weights need no
/// traffic.
final class RealPair implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMillis(500);

    final RealHaproxy one;
    final RealHaproxy two;

    RealPair(Path folder, int weight) throws IOException {
        one = RealHaproxy.start(Files.createDirectory(folder.resolve("1")), backend(weight));
        two = RealHaproxy.start(Files.createDirectory(folder.resolve("2")), backend(weight));
    }

    static String backend(int weight) {
        StringBuilder text = new StringBuilder("backend be_web\n  balance roundrobin\n");
        for (String server : Scene.ONES.keySet()) {
            text.append("  server %s 127.0.0.1:9 weight %d\n".formatted(server, weight));
        }
        return text.toString();
    }

    static TrafficControl control(String name, String endpoint) {
        return new HaproxyControl(
                name, new RuntimeClient(Endpoint.parse(endpoint, null), DEADLINE, false));
    }

    /// Asked on a connection of its own, past everything under test.
    static Map<String, Integer> weights(RealHaproxy haproxy) {
        Map<String, Integer> weights = new HashMap<>();
        for (String server : Scene.ONES.keySet()) {
            String answer = haproxy.ask("get weight be_web/" + server);
            weights.put(server, Integer.valueOf(answer.substring(0, answer.indexOf(' '))));
        }
        return weights;
    }

    @Override
    public void close() {
        one.close();
        two.close();
    }
}
