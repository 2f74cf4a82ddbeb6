package io.spillway.alarm;

/// Where an alarm would stand that is suppressed or unknown.
final class Beneath {
    private Beneath() {}

    /// After something happened.
    ///
    /// @param before where it stood
    /// @param to its state now
    static AlarmState after(Stage before, AlarmState to, Happening what) {
        if (!covers(to)) {
            return AlarmState.NORMAL;
        }
        if (!covers(before.state())) {
            return before.state() == AlarmState.SHELVED
                            || before.state() == AlarmState.OUT_OF_SERVICE
                    ? AlarmState.NORMAL
                    : before.state();
        }
        boolean quiet = what == Happening.RAISED && before.beneath() == AlarmState.NORMAL;
        boolean cover = what == Happening.SUPPRESSED || what == Happening.LOST;
        // What comes and goes while it is covered was never listed: nothing is owed for it.
        return quiet || cover ? before.beneath() : Transitions.next(before.beneath(), what);
    }

    private static boolean covers(AlarmState state) {
        return state == AlarmState.SUPPRESSED || state == AlarmState.UNKNOWN;
    }
}
