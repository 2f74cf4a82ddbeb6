package io.spillway.alarm.signal;

import io.spillway.fleet.Condition;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Aggregates;
import io.spillway.watch.Outlook;
import java.util.List;
import java.util.Set;

/// All that is known at one tick.
///
/// @param fleet every server
/// @param outlook what watch makes of it
/// @param sources health of every source, balancers too
/// @param conditions facts about the console itself and about acts
/// @param time epoch milliseconds
/// @param interval between ticks, milliseconds
/// @param tracked ids of the alarms that are followed, whose values are wanted even if all is well
/// @param past what is usual is learnt from it; read during the call only
public record Scene(
        FleetState fleet,
        Outlook outlook,
        List<SourceHealth> sources,
        List<Condition> conditions,
        long time,
        long interval,
        Set<String> tracked,
        Aggregates past) {
    public Scene {
        sources = List.copyOf(sources);
        conditions = List.copyOf(conditions);
        tracked = Set.copyOf(tracked);
    }

    /// The conditions of a kind.
    List<Condition> all(Condition.Kind kind) {
        return conditions.stream().filter(c -> c.kind() == kind).toList();
    }
}
