package io.spillway.source.log;

import io.spillway.fleet.LoggedRequest;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Requests from an access log: a file that is followed from its end on, or syslog datagrams on
/// loopback. A poll brings at most the newest 20,000.
public final class LogSource implements MetricSource {
    private static final int MOST = 20_000;

    private final String name;
    private final LogInput input;
    private final LogLine parser;
    private final Tally tally;

    private LogSource(String name, LogInput input, ZoneId zone) {
        this.name = name;
        this.input = input;
        this.parser = new LogLine(zone);
        this.tally = new Tally(input.text());
    }

    /// Follows a file, which need not be there yet.
    ///
    /// @param zone of times that are written without one
    public static LogSource file(String name, Path path, ZoneId zone) {
        return new LogSource(name, new FileTail(path), zone);
    }

    /// Listens for syslog, from the first poll on.
    ///
    /// @param text the address as configured, for messages
    /// @param address on loopback
    /// @param zone of times that are written without one
    /// @throws IllegalArgumentException if the address is not on loopback
    public static LogSource syslog(
            String name, String text, InetSocketAddress address, ZoneId zone) {
        return new LogSource(name, new SyslogPort(text, address, MOST), zone);
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
        List<LoggedRequest> requests = parse(lines);
        tally.add(lines, lines.kept().size() - requests.size(), now.toEpochMilli());
        return new SourceReport(List.of(), null, List.of(), requests, List.of(), tally.message());
    }

    /// Tries the log without a poll: whether it can be read, and whether what was written lately
    /// are requests.
    ///
    /// @return one sentence, empty if nothing is wrong
    /// @throws SourceException if it cannot be read
    public String check(Instant now) throws SourceException {
        Lines lines = new Lines(MOST);
        input.sample(now, lines);
        boolean strange = !lines.kept().isEmpty() && parse(lines).isEmpty();
        return strange
                ? "No request is among the last lines of %s: use HAProxy's `option httplog` or the combined format."
                        .formatted(input.text())
                : "";
    }

    private List<LoggedRequest> parse(Lines lines) {
        List<LoggedRequest> requests = new ArrayList<>();
        for (String line : lines.kept()) {
            LoggedRequest request = parser.read(line);
            if (request != null) {
                requests.add(request);
            }
        }
        return requests;
    }

    @Override
    public void close() {
        input.close();
    }
}
