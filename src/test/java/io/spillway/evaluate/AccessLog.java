package io.spillway.evaluate;

import io.spillway.fleet.LoggedRequest;
import io.spillway.source.log.LogLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// The public access log, taken apart as surges are planted in it.
final class AccessLog {
    private static final long SESSION = 30 * 60_000L;

    final List<LoggedRequest> requests;
    final List<List<LoggedRequest>> sessions;

    private AccessLog(List<LoggedRequest> requests) {
        this.requests = requests;
        Map<String, List<LoggedRequest>> open = new LinkedHashMap<>();
        List<List<LoggedRequest>> all = new ArrayList<>();
        for (LoggedRequest request : requests) {
            List<LoggedRequest> session = open.get(request.source());
            if (session == null || request.time() - session.getLast().time() > SESSION) {
                session = new ArrayList<>();
                open.put(request.source(), session);
                all.add(session);
            }
            session.add(request);
        }
        this.sessions = all;
    }

    /// Reads `access-log/access.log` of the data folder.
    static AccessLog read(Path data) throws IOException {
        var log = new LogLine(ZoneOffset.UTC);
        Path file = data.resolve("access-log/access.log");
        List<LoggedRequest> requests =
                Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                        .map(log::read)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .sorted(Comparator.comparingLong(LoggedRequest::time))
                        .toList();
        return of(requests);
    }

    /// One of given requests.
    static AccessLog of(List<LoggedRequest> requests) {
        return new AccessLog(requests);
    }

    /// A page that exists, at random by how often it is asked for.
    String page(Random random) {
        while (true) {
            String path = requests.get(random.nextInt(requests.size())).path();
            if (!path.matches(".*\\.(css|js|png|jpg|gif|ico)(\\?.*)?")) {
                return path;
            }
        }
    }

    /// A browser's agent, at random by how often it comes.
    String browser(Random random) {
        while (true) {
            String agent = requests.get(random.nextInt(requests.size())).userAgent();
            if (agent.startsWith("Mozilla/5.0 (")
                    && !agent.matches("(?i).*(bot|spider|crawl|slurp|ezooms|compatible).*")) {
                return agent;
            }
        }
    }

    /// The same request at another time.
    static LoggedRequest at(LoggedRequest r, long time) {
        return with(r, time, r.source(), r.path(), r.status(), r.referer(), r.userAgent());
    }

    /// The same request of another client at another time.
    static LoggedRequest by(LoggedRequest r, long time, String source) {
        return with(r, time, source, r.path(), r.status(), r.referer(), r.userAgent());
    }

    private static LoggedRequest with(
            LoggedRequest r,
            long time,
            String source,
            String path,
            int status,
            String referer,
            String agent) {
        return new LoggedRequest(
                time,
                source,
                r.method(),
                path,
                status,
                r.bytes(),
                referer,
                agent,
                r.frontend(),
                r.server());
    }

    /// A request of the method GET.
    static LoggedRequest get(
            long time, String source, String path, int status, String referer, String agent) {
        return new LoggedRequest(time, source, "GET", path, status, 512, referer, agent, "", "");
    }
}
