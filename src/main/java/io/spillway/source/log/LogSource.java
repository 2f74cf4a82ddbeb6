package io.spillway.source.log;

import io.spillway.fleet.LoggedRequest;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests from an access log: a file that is followed from its end on, or syslog datagrams on
/// loopback. A poll brings at most the newest 20,000.
public final class LogSource implements MetricSource {
    private static final int MOST = 20_000;

    private final String name;
    private final LogInput input;
    private final Function<String, @Nullable LoggedRequest> parser;
    private final Tally tally;

    private LogSource(
            String name, LogInput input, Function<String, @Nullable LoggedRequest> parser) {
        this.name = name;
        this.input = input;
        this.parser = parser;
        this.tally = new Tally(input.text());
    }

    /// Follows a file, which need not be there yet.
    ///
    /// @param parser makes a request of a line, or null
    public static LogSource file(
            String name, Path path, Function<String, @Nullable LoggedRequest> parser) {
        return new LogSource(name, new FileTail(path), parser);
    }

    /// Listens for syslog, from the first poll on.
    ///
    /// @param text the address as configured, for messages
    /// @param address on loopback
    /// @param parser makes a request of a line, or null
    /// @throws IllegalArgumentException if the address is not on loopback
    public static LogSource syslog(
            String name,
            String text,
            InetSocketAddress address,
            Function<String, @Nullable LoggedRequest> parser) {
        return new LogSource(name, new SyslogPort(text, address, MOST), parser);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "log";
    }

    @Override
    public SourceReport poll(Instant now) throws SourceException {
        Lines lines = new Lines(MOST);
        input.read(now, lines);
        List<String> kept = lines.kept();
        List<LoggedRequest> requests = new ArrayList<>(kept.size());
        for (String line : kept) {
            LoggedRequest request = parser.apply(line);
            if (request != null) {
                requests.add(request);
            }
        }
        tally.add(lines, kept.size() - requests.size(), now.toEpochMilli());
        return new SourceReport(List.of(), null, List.of(), requests, List.of(), tally.message());
    }

    @Override
    public void close() {
        input.close();
    }
}
