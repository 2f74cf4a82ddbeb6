package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.wire.haproxy.WireException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way a plain connection can fail has a sentence of its own.
class TroubleTest {
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final String ONE =
            "backend be\n  balance roundrobin\n  server s1 127.0.0.1:9 weight 100\n";

    @TempDir private Path dir;

    static WireException failure(Endpoint endpoint, Duration deadline) {
        try (var client = new RuntimeClient(endpoint, deadline, false)) {
            return catchThrowableOfType(WireException.class, client::info);
        }
    }

    private static WireException failure(String endpoint) {
        return failure(Endpoint.parse(endpoint, null), DEADLINE);
    }

    @Test
    void nothingListens() {
        String at = "tcp://127.0.0.1:" + FreePorts.one();
        assertThat(failure(at))
                .hasMessage(
                        at
                                + " refused the connection: nothing listens there; start HAProxy or"
                                + " correct the address.")
                .extracting(WireException::kind)
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void theHostIsUnknown() {
        var e =
                failure(
                        Endpoint.parse("tcp://no-such-host.invalid:1", null),
                        Duration.ofSeconds(20));
        assertThat(e)
                .hasMessageStartingWith("tcp://no-such-host.invalid:1 cannot be found:")
                .extracting(WireException::kind)
                .isEqualTo(Kind.UNKNOWN_HOST);
    }

    @Test
    void theSocketIsMissing() {
        String at = "unix:" + dir.resolve("none.sock");
        assertThat(failure(at))
                .hasMessageStartingWith(at + " does not exist: start HAProxy, or correct the path")
                .extracting(WireException::kind)
                .isEqualTo(Kind.NO_SOCKET);
    }

    @Test
    void theSocketIsLeftOverFromADeadProcess() throws IOException {
        Path path = dir.resolve("dead.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(failure("unix:" + path))
                .hasMessageContaining("the file is there but no process serves it")
                .extracting(WireException::kind)
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void theSocketMayNotBeOpened() throws Exception {
        try (var haproxy = RealHaproxy.start(dir, ONE)) {
            String said =
                    Files.exists(Path.of("/proc/self"))
                                    && System.getProperty("user.name").equals("root")
                            ? asNobody(haproxy.unix())
                            : asOwnerWithoutRights(haproxy);
            assertThat(said)
                    .startsWith(
                            "NO_PERMISSION "
                                    + haproxy.unix()
                                    + " may not be opened by this user: the socket's mode forbids"
                                    + " it");
        }
    }

    private static String asOwnerWithoutRights(RealHaproxy haproxy) throws IOException {
        Files.setPosixFilePermissions(
                haproxy.socket(), PosixFilePermissions.fromString("---------"));
        var e = failure(haproxy.unix());
        return e.kind() + " " + e.getMessage();
    }

    /// Root may open everything, so another user has to try, from a copy it can read.
    private String asNobody(String endpoint) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
        Path copy = Files.createTempDirectory("spillway-nobody");
        try {
            copyClasses(Path.of("target/classes"), copy);
            copyClasses(Path.of("target/test-classes"), copy);
            open(copy);
            open(dir);
            var command =
                    List.of(
                            "setpriv",
                            "--reuid=65534",
                            "--regid=65534",
                            "--clear-groups",
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            copy.toString(),
                            AskOnce.class.getName(),
                            endpoint);
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            delete(copy);
        }
    }

    private static void copyClasses(Path from, Path to) throws IOException {
        Path wire = Path.of("io/spillway/wire/haproxy");
        Files.createDirectories(to.resolve(wire));
        try (Stream<Path> files = Files.list(from.resolve(wire))) {
            for (Path file : files.toList()) {
                Path target = to.resolve(wire).resolve(file.getFileName());
                if (!Files.exists(target)) {
                    Files.copy(file, target);
                }
            }
        }
        for (Path p = to.resolve(wire); !p.equals(to); p = p.resolve("..").normalize()) {
            open(p);
        }
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void theProcessHangs() {
        try (var haproxy = RealHaproxy.start(dir, ONE)) {
            haproxy.freeze();
            for (String at : List.of(haproxy.unix(), haproxy.tcp())) {
                long start = System.nanoTime();
                assertThat(failure(at))
                        .hasMessage(
                                at
                                        + " accepted the connection but did not answer within 0.5 s:"
                                        + " the process hangs or all its connections are taken"
                                        + " ('stats maxconn'); check the process and what else is"
                                        + " connected.")
                        .extracting(WireException::kind)
                        .isEqualTo(Kind.DEADLINE);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(DEADLINE, DEADLINE.plusSeconds(1));
            }
            haproxy.thaw();
            assertThat(failure(haproxy.unix())).isNull();
        }
    }

    @Test
    void theProcessHangsInTheMiddleOfAConnection() throws WireException {
        try (var haproxy = RealHaproxy.start(dir, ONE);
                var client =
                        new RuntimeClient(Endpoint.parse(haproxy.unix(), null), DEADLINE, false)) {
            client.info();
            haproxy.freeze();
            var e =
                    catchThrowableOfType(
                            WireException.class,
                            () -> client.execute(Command.setWeight("be", "s1", 1)));
            assertThat(e.kind()).isEqualTo(Kind.DEADLINE);
            haproxy.thaw();
            assertThat(client.info().pid()).isEqualTo(haproxy.pid());
            assertThat(haproxy.ask("get weight be/s1")).startsWith("100 ");
        }
    }

    @Test
    void allConnectionsAreTaken() throws WireException {
        try (var haproxy = RealHaproxy.start(dir, "  stats maxconn 1\n", ONE);
                var first =
                        new RuntimeClient(Endpoint.parse(haproxy.unix(), null), DEADLINE, false)) {
            first.info();
            assertThat(failure(haproxy.unix()))
                    .hasMessageContaining("'stats maxconn'")
                    .extracting(WireException::kind)
                    .isEqualTo(Kind.DEADLINE);
            first.disconnect();
            assertThat(failure(Endpoint.parse(haproxy.unix(), null), Duration.ofSeconds(5)))
                    .isNull();
        }
    }

    @Test
    void somethingElseAnswers() throws IOException {
        try (var ssh = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> banner(ssh));
            String at = "tcp://127.0.0.1:" + ssh.getLocalPort();
            assertThat(failure(at))
                    .hasMessage(
                            at
                                    + " is not HAProxy's Runtime API (it says 'SSH-2.0-x'): correct"
                                    + " the address.")
                    .extracting(WireException::kind)
                    .isEqualTo(Kind.NOT_RUNTIME_API);
        }
    }

    private static void banner(ServerSocket server) {
        try {
            var socket = server.accept();
            socket.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The test is over.
        }
    }
}
