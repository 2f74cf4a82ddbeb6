package io.spillway.source.haproxy;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Reads one HAProxy from its statistics page, which can change nothing. The page tells less than
/// the Runtime API: no initial weight (the present one stands for it), no process id and no version
/// (0 and empty), an address only if the page is configured to show it, and of a server that is
/// down not whether it was also drained. A reload shows as counters that went back.
public final class HaproxyStatsSource implements MetricSource {
    /// More than the counters of 100,000 servers.
    private static final long LONGEST = 64L << 20;

    private final String name;
    private final HttpUrl url;
    private final OkHttpClient http;
    private final Duration deadline;
    private final Meter meter = new Meter();
    private final FrontendMeter frontends = new FrontendMeter();

    /// @param name the balancer's name, as configured
    /// @param url of the page; `;csv` is added if it is not there
    /// @param http with the credentials and authorities that the page needs; stays open
    /// @param deadline for a whole poll
    public HaproxyStatsSource(String name, HttpUrl url, OkHttpClient http, Duration deadline) {
        this.name = name;
        this.url = csv(url);
        this.http = http.newBuilder().callTimeout(deadline).build();
        this.deadline = deadline;
    }

    private static HttpUrl csv(HttpUrl url) {
        String path = url.encodedPath();
        return path.endsWith(";csv") ? url : url.newBuilder().encodedPath(path + ";csv").build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "haproxy";
    }

    @Override
    public boolean balancer() {
        return true;
    }

    @Override
    public SourceReport poll(Instant now) throws SourceException {
        long asked = System.nanoTime();
        List<StatRow> rows;
        List<FrontendRow> entries;
        try {
            String csv = fetch();
            rows = StatRow.parse(csv);
            entries = FrontendRow.parse(csv);
        } catch (IllegalArgumentException e) {
            throw trouble("answers, but not with HAProxy's statistics; correct the address", e);
        }
        rows = rows.stream().filter(r -> r.http() || !r.server().equals("cli")).toList();
        long time = now.toEpochMilli();
        long late = (System.nanoTime() - asked) / 1_000_000;
        var slots = rows.stream().filter(StatRow::isServer).map(HaproxyStatsSource::slot).toList();
        var balancer = new BalancerState(name, "", 0, 0, time, slots);
        return new SourceReport(
                meter.read(rows, time, time + late),
                balancer,
                frontends.read(entries, time + late),
                List.of(),
                List.of(),
                "");
    }

    private String fetch() throws SourceException {
        var request = new Request.Builder().url(url).build();
        try (Response response = http.newCall(request).execute()) {
            if (response.code() == 401 || response.code() == 403) {
                throw trouble(
                        "does not let this console in (HTTP "
                                + response.code()
                                + "); check its user and password",
                        null);
            }
            if (!response.isSuccessful()) {
                throw trouble(
                        "answers with HTTP "
                                + response.code()
                                + "; check the address and 'stats uri'",
                        null);
            }
            var source = response.body().source();
            if (source.request(LONGEST)) {
                throw trouble("answers with more than 64 MB; this is no statistics page", null);
            }
            return source.readUtf8();
        } catch (IOException e) {
            throw trouble(why(e), e);
        }
    }

    private String why(IOException e) {
        return switch (e) {
            case UnknownHostException _ -> "cannot be found: the host name is unknown; correct it";
            case ConnectException _ ->
                    "refused the connection: nothing listens there; start HAProxy or correct the"
                            + " address";
            case InterruptedIOException _ ->
                    "did not answer within %.1f s; check the process"
                            .formatted(deadline.toMillis() / 1000.0);
            case SSLException _ ->
                    "failed in TLS (" + e.getMessage() + "); check certificate and CA";
            default -> "broke off (" + e.getMessage() + "); check the process and the network";
        };
    }

    private SourceException trouble(String what, @Nullable Exception e) {
        String message = url.newBuilder().username("").password("").build() + " " + what + ".";
        return e == null ? new SourceException(message) : new SourceException(message, e);
    }

    private static Slot slot(StatRow row) {
        AdminState admin =
                row.status().startsWith("MAINT")
                        ? AdminState.MAINT
                        : row.status().startsWith("DRAIN")
                                ? AdminState.DRAIN
                                : row.oper() == OperState.DOWN
                                        ? AdminState.UNKNOWN
                                        : AdminState.READY;
        int weight = Math.max(0, row.userWeight());
        return new Slot(
                row.proxy(),
                row.server(),
                row.address(),
                weight,
                weight,
                admin,
                row.oper(),
                row.maxConnections(),
                row.throttle(),
                row.agent());
    }

    @Override
    public void close() {
        // The HTTP client is shared.
    }
}
