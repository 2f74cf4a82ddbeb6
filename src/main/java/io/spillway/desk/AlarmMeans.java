package io.spillway.desk;

import io.spillway.control.AlertControl;
import java.util.Map;

/// What a desk may use for its alarms beside its sources.
///
/// @param silences systems of alerts in which operators may silence what they shelve, by name
/// @param keeper of edited rules
public record AlarmMeans(Map<String, AlertControl> silences, RuleKeeper keeper) {
    public AlarmMeans {
        silences = Map.copyOf(silences);
    }

    /// Nothing is silenced elsewhere, and edited rules hold for this desk alone.
    public static AlarmMeans none() {
        return new AlarmMeans(Map.of(), rules -> "");
    }
}
