package io.spillway.ui.alarms;

/// The screen's pages, in the order of their tabs.
enum AlarmsPage {
    ACTIVE,
    SHELVED,
    HISTORY,
    FIGURES,
    RULES;

    /// True for the pages that list alarms.
    boolean listed() {
        return this == ACTIVE || this == SHELVED;
    }

    /// True for the pages that can be searched.
    boolean searched() {
        return listed() || this == HISTORY;
    }
}
