package io.spillway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real VictoriaMetrics on a free port of 127.0.0.1 that scrapes by itself.
public final class RealVictoriaMetrics implements AutoCloseable {
    private final int port;
    private final RealProcess process;

    private RealVictoriaMetrics(int port, RealProcess process) {
        this.port = port;
        this.process = process;
        process.awaitPrinted("started VictoriaMetrics in");
    }

    /// Starts with a scrape configuration.
    ///
    /// @param config as of [RealPrometheus#config]
    /// @param arguments more of the command line
    public static RealVictoriaMetrics start(String config, String... arguments) {
        int port = RealProcess.freePort();
        Path folder = RealProcess.newFolder("victoria");
        try {
            Files.writeString(folder.resolve("scrape.yml"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>();
        command.add("victoria-metrics");
        command.add("-httpListenAddr=127.0.0.1:" + port);
        command.add("-storageDataPath=data");
        command.add("-promscrape.config=scrape.yml");
        command.addAll(List.of(arguments));
        return new RealVictoriaMetrics(port, RealProcess.start(folder, command));
    }

    /// `http://127.0.0.1:PORT`
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }
}
