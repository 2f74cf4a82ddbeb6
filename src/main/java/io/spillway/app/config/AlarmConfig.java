package io.spillway.app.config;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rules;

/// What the configuration says of alarms.
///
/// @param main the default rules with what the main file says of them
/// @param now the same with what was edited since, which stands in a file of its own
public record AlarmConfig(Rules main, Rules now) {
    /// The default rules, for a desk without a configuration.
    public static AlarmConfig standard() {
        return new AlarmConfig(DefaultRules.rules(), DefaultRules.rules());
    }
}
