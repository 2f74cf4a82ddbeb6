package io.spillway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/// A real node exporter on a free port of 127.0.0.1 that measures this machine.
public final class RealNodeExporter implements AutoCloseable {
    private final int port;
    private final RealProcess process;

    private RealNodeExporter(int port, RealProcess process) {
        this.port = port;
        this.process = process;
        awaitListening();
    }

    public static RealNodeExporter start() {
        int port = RealProcess.freePort();
        return new RealNodeExporter(
                port,
                RealProcess.start(
                        RealProcess.newFolder("node-exporter"),
                        List.of(
                                "prometheus-node-exporter",
                                "--collector.disable-defaults",
                                "--collector.cpu",
                                "--web.listen-address=127.0.0.1:" + port)));
    }

    /// `127.0.0.1:PORT`, the value of the label `instance` once it is scraped.
    public String address() {
        return "127.0.0.1:" + port;
    }

    /// Hangs it (SIGSTOP): scrapes time out.
    public void pause() {
        process.pause();
    }

    /// Lets it go on (SIGCONT).
    public void resume() {
        process.resume();
    }

    /// Kills it (SIGKILL): scrapes are refused.
    public void kill() {
        process.kill();
    }

    /// Starts it again on the same port.
    public void restart() {
        process.restart();
        awaitListening();
    }

    @Override
    public void close() {
        process.close();
    }

    private void awaitListening() {
        await("node exporter on " + port).atMost(Duration.ofSeconds(20)).until(this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
