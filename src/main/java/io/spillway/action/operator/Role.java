package io.spillway.action.operator;

import java.util.Locale;

/// What an operator may do, each including those before it.
public enum Role {
    /// Look, plan, search the past.
    VIEW,
    /// Change traffic and answer alarms.
    OPERATE,
    /// Change what holds for all: alarm rules.
    ADMIN;

    /// The stable word used in the configuration.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// True if whoever has this role may do what needs the other.
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
