package io.spillway.app.graph;

import io.spillway.app.cli.Refused;
import io.spillway.app.config.Address;
import io.spillway.app.config.BalancerConfig;
import io.spillway.app.config.Config;
import io.spillway.app.config.GatesConfig;
import io.spillway.app.config.LogAddress;
import io.spillway.app.config.Login;
import io.spillway.app.config.SourceConfig;
import io.spillway.fleet.GateMaps;
import io.spillway.fleet.Metric;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.alertmanager.AlertmanagerSource;
import io.spillway.source.haproxy.HaproxySource;
import io.spillway.source.haproxy.HaproxyStatsSource;
import io.spillway.source.httpd.HttpdSource;
import io.spillway.source.log.LogSource;
import io.spillway.source.prometheus.MetricQuery;
import io.spillway.source.prometheus.PrometheusSettings;
import io.spillway.source.prometheus.PrometheusSource;
import io.spillway.wire.alertmanager.AlertmanagerClient;
import io.spillway.wire.haproxy.ClientTls;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.haproxy.WireException;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.httpd.ManagerClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Makes the adapters that read what a configuration names. Nothing connects before it is used.
public class SourceAdapters implements AutoCloseable {
    private final boolean practice;
    final HttpClients http = new HttpClients();

    /// @param practice true if every endpoint must be a practice fleet, false if none may be
    public SourceAdapters(boolean practice) {
        this.practice = practice;
    }

    /// Every source in configuration order, balancers last.
    public List<MetricSource> sources(Config config) {
        return sources(config, config.balancers());
    }

    /// The same without balancers that can only be read with the right to change them; those of a
    /// practice fleet may be.
    public List<MetricSource> readOnly(Config config) {
        List<BalancerConfig> safe =
                config.balancers().stream()
                        .filter(b -> practice || b instanceof BalancerConfig.StatsPage)
                        .toList();
        return sources(config, safe);
    }

    private List<MetricSource> sources(Config config, List<BalancerConfig> balancers) {
        List<MetricSource> sources = new ArrayList<>();
        for (SourceConfig source : config.sources()) {
            sources.add(
                    switch (source) {
                        case SourceConfig.Engine engine -> prometheus(engine);
                        case SourceConfig.Log log -> log(log);
                        case SourceConfig.Alertmanager alerts -> alertmanager(alerts);
                    });
        }
        for (BalancerConfig balancer : balancers) {
            sources.add(balancer(config, balancer));
        }
        return sources;
    }

    /// Times that a log writes without a zone are taken for this machine's.
    LogSource log(SourceConfig.Log source) {
        ZoneId zone = ZoneId.systemDefault();
        return switch (source.log()) {
            case LogAddress.LogFile file -> LogSource.file(source.name(), file.path(), zone);
            case LogAddress.Syslog syslog ->
                    LogSource.syslog(
                            source.name(),
                            syslog.text(),
                            new InetSocketAddress(syslog.host(), syslog.port()),
                            zone);
        };
    }

    PrometheusSource prometheus(SourceConfig.Engine source) {
        Map<Metric, MetricQuery> queries = new EnumMap<>(Metric.class);
        source.queries()
                .forEach((metric, q) ->
                        queries.put(metric, new MetricQuery(q.query(), orEmpty(q.time()))));
        HttpAccess access = access(source.login(), source.ca(), source.deadline());
        try {
            return new PrometheusSource(
                    new PrometheusSettings(
                            source.name(), source.prometheus(), access, practice, queries),
                    http);
        } catch (SourceException e) {
            throw new Refused(source.name() + ": " + e.getMessage(), e);
        }
    }

    AlertmanagerSource alertmanager(SourceConfig.Alertmanager source) {
        return new AlertmanagerSource(source.name(), client(source));
    }

    final AlertmanagerClient client(SourceConfig.Alertmanager source) {
        HttpAccess access = access(source.login(), source.ca(), source.deadline());
        try {
            return new AlertmanagerClient(source.alertmanager(), access, http);
        } catch (IOException e) {
            throw new Refused(source.name() + ": " + e.getMessage(), e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static HttpAccess access(@Nullable Login login, @Nullable Path ca, Duration deadline) {
        return new HttpAccess(wire(login), ca, deadline);
    }

    static io.spillway.wire.http.Login wire(@Nullable Login login) {
        return switch (login) {
            case null -> new io.spillway.wire.http.Login.None();
            case Login.Basic b ->
                    new io.spillway.wire.http.Login.Basic(b.username(), b.password().reveal());
            case Login.Bearer b -> new io.spillway.wire.http.Login.Bearer(b.token().reveal());
        };
    }

    MetricSource balancer(Config config, BalancerConfig balancer) {
        return switch (balancer) {
            case BalancerConfig.RuntimeApi api ->
                    new HaproxySource(api.name(), client(api), maps(config, api));
            case BalancerConfig.StatsPage page -> {
                HttpUrl url = HttpUrl.get(page.stats().toString());
                try {
                    yield new HaproxyStatsSource(
                            page.name(),
                            url,
                            http.client(url, access(page.login(), page.ca(), page.deadline())),
                            page.deadline());
                } catch (IOException e) {
                    throw new Refused(page.name() + ": " + e.getMessage(), e);
                }
            }
            case BalancerConfig.Httpd httpd -> new HttpdSource(httpd.name(), client(httpd));
        };
    }

    final ManagerClient client(BalancerConfig.Httpd httpd) {
        if (practice) {
            throw new Refused(
                    httpd.name()
                            + ": practice moves no traffic on an httpd, which cannot prove that it is practice: leave this balancer out");
        }
        try {
            HttpAccess access = access(httpd.login(), httpd.ca(), httpd.deadline());
            return new ManagerClient(httpd.manager(), access, http);
        } catch (IOException e) {
            throw new Refused(httpd.name() + ": " + e.getMessage(), e);
        }
    }

    /// Only the balancers of the gated pool have gates.
    static @Nullable GateMaps maps(Config config, BalancerConfig.RuntimeApi api) {
        GatesConfig gates = config.gates();
        if (gates == null) {
            return null;
        }
        boolean gated =
                config.pools().stream()
                        .anyMatch(p ->
                                p.name().equals(gates.pool())
                                        && p.balancers().contains(api.name()));
        return gated ? gates.maps() : null;
    }

    final RuntimeClient client(BalancerConfig.RuntimeApi api) {
        return new RuntimeClient(endpoint(api), api.deadline(), practice);
    }

    private static Endpoint endpoint(BalancerConfig.RuntimeApi api) {
        return switch (api.address()) {
            case Address.Unix unix -> new Endpoint.Unix(unix.path());
            case Address.Port port when port.tls() ->
                    new Endpoint.Tls(port.host(), port.port(), keys(api));
            case Address.Port port -> new Endpoint.Tcp(port.host(), port.port());
        };
    }

    private static ClientTls keys(BalancerConfig.RuntimeApi api) {
        var store = api.keyStore();
        Path ca = api.ca();
        if (ca == null) {
            throw new Refused(
                    api.name()
                            + ": tls:// needs `ca`, the file with the authority that signed the balancer's certificate");
        }
        try {
            return ClientTls.load(
                    store == null ? null : store.file(),
                    store == null ? new char[0] : store.password().reveal().toCharArray(),
                    ca,
                    api.serverName());
        } catch (WireException e) {
            throw new Refused(api.name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
