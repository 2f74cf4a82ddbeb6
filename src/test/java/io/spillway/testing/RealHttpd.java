package io.spillway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A real Apache httpd as a child process, with its balancer-manager on a free port of 127.0.0.1.
/// Close it and its processes are gone.
public final class RealHttpd implements AutoCloseable {
    private static final String MODULES = "/usr/lib/apache2/modules/mod_";

    /// One child process serves; more may stay behind for a while after reloads.
    private static final String SERVER =
            """
            ServerName 127.0.0.1
            Listen 127.0.0.1:PORT
            PidFile httpd.pid
            DefaultRuntimeDir .
            ErrorLog error.log
            User nobody
            Group nogroup
            StartServers 1
            ServerLimit 8
            ThreadLimit 64
            ThreadsPerChild 64
            MaxRequestWorkers 64
            KeepAliveTimeout 60
            MaxKeepAliveRequests 0
            <Location /balancer-manager>
              SetHandler balancer-manager
              Require local
            </Location>
            """;

    private final int port;
    private final RealProcess process;

    private RealHttpd(int port, RealProcess process) {
        this.port = port;
        this.process = process;
    }

    /// Starts with the given lines after those of its own, for instance `<Proxy balancer://be>…`.
    public static RealHttpd start(String lines) {
        Path folder = RealProcess.newFolder("httpd");
        int port = RealProcess.freePort();
        String modules =
                Stream.of(
                                "mpm_event",
                                "authn_core",
                                "authn_file",
                                "auth_basic",
                                "authz_core",
                                "authz_host",
                                "authz_user",
                                "slotmem_shm",
                                "proxy",
                                "proxy_http",
                                "proxy_balancer",
                                "lbmethod_byrequests")
                        .map(m -> "LoadModule %s_module %s%s.so\n".formatted(m, MODULES, m))
                        .collect(Collectors.joining());
        try {
            // A child of a parent that runs as root is nobody, and has to read here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(
                    folder.resolve("httpd.conf"),
                    modules + SERVER.replace("PORT", "" + port) + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process =
                RealProcess.start(
                        folder,
                        List.of(
                                "apache2",
                                "-d",
                                folder.toString(),
                                "-f",
                                folder.resolve("httpd.conf").toString(),
                                "-DFOREGROUND"));
        var httpd = new RealHttpd(port, process);
        httpd.awaitListening();
        return httpd;
    }

    public int port() {
        return port;
    }

    /// The address of the balancer-manager.
    public String manager() {
        return "http://127.0.0.1:" + port + "/balancer-manager";
    }

    /// Writes a file into its folder, to which its configuration's paths are relative.
    public void write(String name, String text) {
        try {
            Files.writeString(process.folder().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces its children as a reload does, which forgets every change and makes new nonces.
    /// Returns at once.
    public void reload() {
        process.signal("USR1");
    }

    /// Hangs every process of it.
    public void freeze() {
        signalAll("STOP");
        ProcessHandle parent = ProcessHandle.of(process.pid()).orElseThrow();
        Hung.await(Stream.concat(Stream.of(parent), parent.descendants()).toList());
    }

    /// Lets it go on.
    public void thaw() {
        signalAll("CONT");
    }

    private void signalAll(String name) {
        // The parent first: it makes no new children then.
        ProcessHandle parent = ProcessHandle.of(process.pid()).orElseThrow();
        run("kill", "-" + name, "" + parent.pid());
        parent.descendants().forEach(p -> run("kill", "-" + name, "" + p.pid()));
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitListening() {
        await("httpd on " + port + ": " + process.printed())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(this::listens);
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// Kills the parent only after its children, which would live on without it.
    @Override
    public void close() {
        ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(ProcessHandle::destroyForcibly);
        process.close();
    }
}
