package io.spillway.app.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.spillway.app.config.Config;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WallConfigTest {
    @TempDir Path dir;
    private Path folder = Path.of("");

    @BeforeEach
    void prepare() throws Exception {
        folder = Files.createDirectories(dir.resolve("state/wall"));
    }

    private static String text(String site) {
        return "site: "
                + site
                + "\nbalancers: [{name: lb-1, stats: \"http://lb:9/;csv\"}]\npools: [{name: web}]\n";
    }

    private WallConfig of(String source) {
        return new WallConfig(source, _ -> null, folder);
    }

    private static String site(@Nullable Config config) {
        return Objects.requireNonNull(config).site();
    }

    @Test
    void theLastGoodFileHoldsWhenItGoesBadOrAway() throws Exception {
        Path file = Files.writeString(dir.resolve("wall.yaml"), text("one"));
        WallConfig config = of(file.toString());
        assertThat(site(config.load())).isEqualTo("one");
        Files.writeString(file, "pools: nonsense");
        assertThat(config.renew()).isFalse();
        assertThat(site(of(file.toString()).load())).isEqualTo("one");
        Files.delete(file);
        assertThat(site(of(file.toString()).load())).isEqualTo("one");
        Files.writeString(file, text("two"));
        assertThat(config.renew()).isTrue();
        assertThat(config.renew()).isFalse();
        assertThat(site(config.load())).isEqualTo("two");
    }

    @Test
    void anAddressIsAskedAgain() throws Exception {
        AtomicReference<String> served = new AtomicReference<>(text("far"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = served.get().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/wall.yaml";
        try {
            WallConfig config = of(address);
            assertThat(site(config.load())).isEqualTo("far");
            served.set(text("farther"));
            assertThat(config.renew()).isTrue();
        } finally {
            server.stop(0);
        }
        assertThat(site(of(address).load())).isEqualTo("farther");
        // It may name what is kept for files alone.
        assertThat(of(dir.resolve("none.yaml").toString()).load()).isNull();
    }

    @Test
    void withoutAnyThereIsNone() {
        assertThat(of(dir.resolve("none.yaml").toString()).load()).isNull();
    }
}
