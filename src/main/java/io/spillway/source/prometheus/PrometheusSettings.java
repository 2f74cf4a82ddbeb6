package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import io.spillway.wire.http.HttpAccess;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a source needs to know of a metrics engine.
///
/// @param name of the source, unique on a desk
/// @param url `http://…` or `https://…`, with the path in front of `/api/v1` if there is one
/// @param access credentials, CA and the deadline of a whole poll
/// @param practice true if this must be the practice fleet's engine, false if it must not
/// @param queries what replaces the default query of a metric
public record PrometheusSettings(
        String name,
        URI url,
        HttpAccess access,
        boolean practice,
        Map<Metric, MetricQuery> queries) {
    /// @throws IllegalArgumentException with one sentence if the address cannot be used
    public PrometheusSettings {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of a Prometheus is http://HOST:PORT or https://HOST:PORT.");
        }
        if (url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of a Prometheus holds no credentials, '?' or '#': use `username`"
                            + " and `password`, or `bearer`.");
        }
        EnumMap<Metric, MetricQuery> copy = new EnumMap<>(Metric.class);
        copy.putAll(queries);
        queries = Collections.unmodifiableMap(copy);
    }

    /// Every metric's query: the default set with the replacements of this source.
    Map<Metric, MetricQuery> allQueries() {
        Map<Metric, MetricQuery> all = new EnumMap<>(DefaultQueries.all());
        all.putAll(queries);
        return all;
    }
}
