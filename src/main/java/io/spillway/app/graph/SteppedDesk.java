package io.spillway.app.graph;

import io.spillway.app.cli.SteppedPractice;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.practice.PracticeFleet;
import java.time.Duration;
import java.time.Instant;

/// A practice fleet and its desk, stepped together as fast as they go.
///
/// @param fleet closed with it
record SteppedDesk(PracticeFleet fleet, OwnDesk session) implements SteppedPractice {
    @Override
    public DeskPort desk() {
        return session.desk();
    }

    @Override
    public Instant now() {
        return fleet.clock().instant();
    }

    @Override
    public Picture runTo(Instant time) {
        Duration step = PracticeSite.step(fleet);
        while (now().isBefore(time)) {
            Duration left = Duration.between(now(), time);
            fleet.step(left.compareTo(step) < 0 ? left : step);
            session.own().step();
        }
        return session.desk().picture();
    }

    @Override
    public void close() {
        session.close();
        fleet.close();
    }
}
