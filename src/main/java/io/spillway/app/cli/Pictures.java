package io.spillway.app.cli;

import io.spillway.alarm.Alarms;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.desk.Relief;
import io.spillway.fleet.FleetState;
import io.spillway.history.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Pictures that need no desk.
final class Pictures {
    private Pictures() {}

    /// Of a console that knows no fleet yet.
    static Picture unconfigured(Instant now) {
        return new Picture(
                0,
                now,
                "",
                null,
                Duration.ofSeconds(1),
                Picture.State.UNCONFIGURED,
                Mode.OBSERVE,
                FleetState.empty(now.toEpochMilli(), List.of()),
                List.of(),
                Window.empty(),
                Window.empty(),
                io.spillway.watch.Outlook.unknown(),
                Alarms.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Relief.none());
    }
}
