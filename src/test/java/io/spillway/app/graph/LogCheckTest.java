package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.Setup;
import io.spillway.app.config.AlarmConfig;
import io.spillway.app.config.Config;
import io.spillway.app.config.LogAddress;
import io.spillway.app.config.LookConfig;
import io.spillway.app.config.ReliefConfig;
import io.spillway.app.config.SourceConfig;
import io.spillway.app.output.EndpointReport;
import io.spillway.testing.FreePorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `check` on access logs.
class LogCheckTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir private Path dir;

    private EndpointReport check(LogAddress log) {
        Config config =
                new Config(
                        dir.resolve("spillway.yaml"),
                        "test",
                        null,
                        LookConfig.USUAL,
                        Duration.ofSeconds(1),
                        0,
                        List.of(new SourceConfig.Log("access", log)),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        AlarmConfig.standard(),
                        ReliefConfig.NONE,
                        null);
        Setup setup = new Setup(config, null, dir, dir);
        return new EndpointChecks(InstantSource.system()).run(setup).getFirst();
    }

    @Test
    void aFileMustBeThereAndHoldRequests() throws Exception {
        Path path = dir.resolve("access.log");
        var log = new LogAddress.LogFile("access.log", path);
        EndpointReport missing = check(log);
        assertThat(missing.reachable()).isFalse();
        assertThat(missing.message()).startsWith(path + " is not there:");
        Files.writeString(path, "Proxy fe started.\n");
        EndpointReport strange = check(log);
        assertThat(strange.reachable()).isTrue();
        assertThat(strange.ok()).isFalse();
        assertThat(strange.message()).startsWith("No request is among the last lines of " + path);
        Files.writeString(
                path,
                "127.0.0.1 - - [22/Nov/2026:12:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"\n");
        EndpointReport good = check(log);
        assertThat(good.ok()).isTrue();
        assertThat(good.message()).isEmpty();
        assertThat(good.address()).isEqualTo("access.log");
        assertThat(good.join()).isNull();
    }

    @Test
    void aPortMustBeFree() throws Exception {
        int port = FreePorts.one();
        var log = new LogAddress.Syslog("udp://127.0.0.1:" + port, HERE, port);
        assertThat(check(log).ok()).isTrue();
        try (var other = DatagramChannel.open()) {
            other.bind(new InetSocketAddress(HERE, port));
            assertThat(check(log).message()).startsWith(log.text() + " is taken:");
        }
    }
}
