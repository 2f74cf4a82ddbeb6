package io.spillway.wire.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An alert as Alertmanager holds it: whoever sent it has not called it off.
///
/// @param fingerprint of its labels
/// @param startsAt since when it is there
/// @param silencedBy ids of the silences on it
/// @param inhibitedBy fingerprints of the alerts that keep it quiet
public record ActiveAlert(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        List<String> silencedBy,
        List<String> inhibitedBy) {
    public ActiveAlert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        silencedBy = List.copyOf(silencedBy);
        inhibitedBy = List.copyOf(inhibitedBy);
    }
}
