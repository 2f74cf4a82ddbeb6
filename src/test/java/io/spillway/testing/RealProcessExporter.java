package io.spillway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A real process exporter on a free port of 127.0.0.1 that counts the processes of this machine by
/// their names.
public final class RealProcessExporter implements AutoCloseable {
    private static final String NAMES =
            """
            process_names:
              - name: "{{.Comm}}"
                cmdline: ['.+']
            """;

    private final int port;
    private final RealProcess process;

    private RealProcessExporter(int port, RealProcess process) {
        this.port = port;
        this.process = process;
    }

    public static RealProcessExporter start() {
        Path folder = RealProcess.newFolder("process-exporter");
        Path config = folder.resolve("names.yml");
        try {
            Files.writeString(config, NAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = RealProcess.freePort();
        var process =
                RealProcess.start(
                        folder,
                        List.of(
                                "prometheus-process-exporter",
                                "-config.path=" + config,
                                "-threads=false",
                                "-gather-smaps=false",
                                "-web.listen-address=127.0.0.1:" + port));
        var exporter = new RealProcessExporter(port, process);
        await("process exporter on " + port)
                .atMost(Duration.ofSeconds(20))
                .until(exporter::listens);
        return exporter;
    }

    /// `127.0.0.1:PORT`, the value of the label `instance` once it is scraped.
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
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
