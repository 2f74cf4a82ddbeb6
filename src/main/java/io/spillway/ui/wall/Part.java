package io.spillway.ui.wall;

/// What a panel shows.
enum Part {
    LOAD,
    CPU,
    FLEET,
    ALARMS,
    LEASES
}
