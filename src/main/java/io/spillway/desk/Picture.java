package io.spillway.desk;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.alarm.Alarms;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Window;
import io.spillway.relief.Plan;
import io.spillway.watch.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The common operating picture: everything a screen may show, at one tick. Immutable.
///
/// @param tick counts up by one with each look at the fleet; what an act came to is shown at once,
///   under the same tick
/// @param time the desk's time
/// @param site the site's name
/// @param practice present if this is practice
/// @param interval the polling interval, in the desk's time
/// @param state the answer to "are we all right?"
/// @param mode Observe or Operate
/// @param fleet every server
/// @param sources health of every source
/// @param window the last hour at the polling interval, for plots
/// @param day the last day in coarser steps, for plots; steps of half a minute
/// @param outlook what watch makes of it
/// @param alarms what asks for an operator's answer
/// @param plans what would help now, most helpful first
/// @param leases acts still in force, and those that ended within the last hour
/// @param drifts weights that are not as an act left them
/// @param notices sentences operators must see: an interrupted act, a reload, an expired lease
/// @param relief gates, servers that leave or stand by
public record Picture(
        long tick,
        Instant time,
        String site,
        @Nullable Practice practice,
        Duration interval,
        State state,
        Mode mode,
        FleetState fleet,
        List<SourceHealth> sources,
        Window window,
        Window day,
        Outlook outlook,
        Alarms alarms,
        List<Plan> plans,
        List<Lease> leases,
        List<Drift> drifts,
        List<String> notices,
        Relief relief) {
    /// The answer to "are we all right?", worst last but one.
    public enum State {
        OK,
        SURGE,
        OVERLOAD,
        BLIND,
        UNCONFIGURED;

        /// The stable word used in JSON.
        public String word() {
            return switch (this) {
                case OK -> "ok";
                case SURGE -> "surge";
                case OVERLOAD -> "overload";
                case BLIND -> "blind";
                case UNCONFIGURED -> "unconfigured";
            };
        }
    }

    /// Marks everything as practice.
    ///
    /// @param scenario its name
    /// @param speed practice seconds a second
    public record Practice(String scenario, double speed) {}

    public Picture {
        sources = List.copyOf(sources);
        plans = List.copyOf(plans);
        leases = List.copyOf(leases);
        drifts = List.copyOf(drifts);
        notices = List.copyOf(notices);
    }

    /// The same look at the fleet after an act.
    Picture withActs(Mode mode, List<Lease> leases, List<Drift> drifts, List<String> notices) {
        return new Picture(
                tick, time, site, practice, interval, state, mode, fleet, sources, window, day,
                outlook, alarms, plans, leases, drifts, notices, relief);
    }

    /// The same look at the fleet after an operator's act on alarms.
    public Picture withAlarms(Alarms others) {
        return new Picture(
                tick, time, site, practice, interval, state, mode, fleet, sources, window, day,
                outlook, others, plans, leases, drifts, notices, relief);
    }

    /// The same Picture with other plans.
    public Picture withPlans(List<Plan> others) {
        return new Picture(
                tick, time, site, practice, interval, state, mode, fleet, sources, window, day,
                outlook, alarms, others, leases, drifts, notices, relief);
    }
}
