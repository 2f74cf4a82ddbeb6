package io.spillway.desk;

import io.spillway.alarm.rule.Rules;
import io.spillway.desk.Picture.Practice;
import io.spillway.fleet.Pool;
import io.spillway.watch.detect.Campaign;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a desk is told at its start.
///
/// @param site the site's name
/// @param interval between ticks, by the wall clock
/// @param pools in configuration order; empty if nothing is configured
/// @param campaigns surges that are announced
/// @param rules what is an alarm
/// @param relief what may be done beyond weights, and who must agree
/// @param practice present if this is practice
/// @param console names this desk in the journal
/// @param keepsLeases true for a console, which gives acts back at their end; a single command
///   never does
public record DeskSettings(
        String site,
        Duration interval,
        List<Pool> pools,
        List<Campaign> campaigns,
        Rules rules,
        ReliefSettings relief,
        @Nullable Practice practice,
        String console,
        boolean keepsLeases) {
    public DeskSettings {
        pools = List.copyOf(pools);
        campaigns = List.copyOf(campaigns);
    }

    /// The same with other means of relief.
    public DeskSettings with(ReliefSettings others) {
        return new DeskSettings(
                site, interval, pools, campaigns, rules, others, practice, console, keepsLeases);
    }

    /// The interval between ticks in the desk's own time.
    public Duration deskInterval() {
        return practice == null
                ? interval
                : Duration.ofMillis(Math.round(interval.toMillis() * practice.speed()));
    }
}
