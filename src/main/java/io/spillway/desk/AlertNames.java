package io.spillway.desk;

import io.spillway.fleet.Alert;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What operators call an alert: its name and the labels that tell it apart.
final class AlertNames {
    private static final Pattern PLAIN = Pattern.compile("[\\w.:/@+-]+");

    private AlertNames() {}

    /// The same for the same labels, different for any others:
    /// `HighLoad{instance=10.0.0.11:9100,severity=page}`.
    static String of(Alert alert) {
        Map<String, String> labels = new TreeMap<>(alert.labels());
        labels.remove(Alert.NAME);
        if (labels.isEmpty()) {
            return alert.name();
        }
        StringBuilder name = new StringBuilder(alert.name()).append('{');
        labels.forEach(
                (label, value) -> name.append(label).append('=').append(quoted(value)).append(','));
        name.setCharAt(name.length() - 1, '}');
        return name.toString();
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
