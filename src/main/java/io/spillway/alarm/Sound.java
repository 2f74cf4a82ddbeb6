package io.spillway.alarm;

import io.spillway.alarm.rule.Priority;
import java.util.Collection;

/// What is heard, and what is to be heard as soon as it may.
///
/// @param ring what is heard
/// @param started when a sound last started, epoch milliseconds; 0 if none ever did
/// @param due true if a sound is to start as soon as the flood allows
record Sound(Ring ring, long started, boolean due) {
    /// Between two starts in a flood, milliseconds.
    private static final long PAUSE = 5_000;

    static final Sound NONE = new Sound(Ring.NONE, 0, false);

    /// The sound of an alarm.
    static Ring.Pattern pattern(String rule, Priority priority) {
        if (rule.equals("blind")) {
            return Ring.Pattern.BLIND;
        }
        return switch (priority) {
            case HIGH -> Ring.Pattern.HIGH;
            case MEDIUM -> Ring.Pattern.MEDIUM;
            case LOW -> Ring.Pattern.LOW;
        };
    }

    /// The most urgent of what rings and was not silenced.
    static Ring.Pattern wanted(Collection<Kept> kept) {
        Ring.Pattern most = Ring.Pattern.NONE;
        for (Kept k : kept) {
            Stage stage = k.stage();
            if (stage.state() == AlarmState.ACTIVE_UNACKNOWLEDGED && !stage.silenced()) {
                Ring.Pattern own = pattern(k.seen().rule(), stage.priority());
                most = own.compareTo(most) > 0 ? own : most;
            }
        }
        return most;
    }

    /// A step later.
    ///
    /// @param wanted what rings by now and was not silenced
    /// @param news the most urgent of what rings anew in this step
    Sound next(Ring.Pattern wanted, Ring.Pattern news, boolean flood, long time) {
        if (wanted == Ring.Pattern.NONE) {
            return new Sound(new Ring(wanted, ring.start()), started, false);
        }
        boolean more = wanted.compareTo(ring.pattern()) > 0;
        boolean start = due || more || news == wanted;
        boolean may = !flood || ring.start() == 0 || time - started >= PAUSE;
        if (start && may) {
            return new Sound(new Ring(wanted, ring.start() + 1), time, false);
        }
        return new Sound(new Ring(more ? ring.pattern() : wanted, ring.start()), started, start);
    }
}
