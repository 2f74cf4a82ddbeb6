package io.spillway.source.alertmanager;

import io.spillway.fleet.Alert;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.wire.alertmanager.ActiveAlert;
import io.spillway.wire.alertmanager.AlertmanagerClient;
import io.spillway.wire.alertmanager.AlertmanagerException;
import io.spillway.wire.alertmanager.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads the alerts that an Alertmanager holds, with who silenced them. It brings no metrics.
public final class AlertmanagerSource implements MetricSource {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String name;
    private final AlertmanagerClient client;
    private List<Alert> alerts = List.of();
    private Instant due = Instant.MIN;

    /// @param name as configured, unique on a desk
    public AlertmanagerSource(String name, AlertmanagerClient client) {
        this.name = name;
        this.client = client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "alertmanager";
    }

    /// Asks every 5 s at most; in between it tells again what it was told. After a failure it asks
    /// at each poll.
    @Override
    public SourceReport poll(Instant now) throws SourceException {
        if (!now.isBefore(due)) {
            alerts = ask();
            due = now.plus(EVERY);
        }
        return new SourceReport(List.of(), null, List.of(), List.of(), List.of(), alerts, "");
    }

    private List<Alert> ask() throws SourceException {
        try {
            AlertmanagerClient.Overview overview = client.overview();
            Map<String, Silence> silences = new HashMap<>();
            overview.silences().forEach(s -> silences.put(s.id(), s));
            Map<String, String> names = new HashMap<>();
            overview.alerts().forEach(a -> names.put(a.fingerprint(), name(a)));
            return List.copyOf(
                    overview.alerts().stream().map(a -> alert(a, silences, names)).toList());
        } catch (AlertmanagerException e) {
            due = Instant.MIN;
            throw new SourceException(String.valueOf(e.getMessage()), e);
        }
    }

    private Alert alert(ActiveAlert a, Map<String, Silence> silences, Map<String, String> names) {
        return new Alert(
                Alert.Teller.ALERTMANAGER,
                name,
                a.fingerprint(),
                name(a),
                a.labels(),
                a.annotations().getOrDefault("summary", ""),
                a.annotations().getOrDefault("description", ""),
                a.labels().getOrDefault("severity", ""),
                a.startsAt().toEpochMilli(),
                Alert.State.FIRING,
                a.silencedBy().stream()
                        .map(silences::get)
                        .filter(Objects::nonNull)
                        .map(AlertmanagerSource::silence)
                        .toList(),
                a.inhibitedBy().stream().map(f -> names.getOrDefault(f, f)).toList());
    }

    private static Alert.Silence silence(Silence s) {
        return new Alert.Silence(s.id(), s.createdBy(), s.comment(), s.endsAt().toEpochMilli());
    }

    private static String name(ActiveAlert a) {
        return a.labels().getOrDefault(Alert.NAME, "");
    }

    @Override
    public void close() {
        // The HTTP client is shared.
    }
}
