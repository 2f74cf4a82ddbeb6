package io.spillway.alarm;

import static io.spillway.alarm.AlarmState.ACTIVE_ACKNOWLEDGED;
import static io.spillway.alarm.AlarmState.ACTIVE_UNACKNOWLEDGED;
import static io.spillway.alarm.AlarmState.NORMAL;
import static io.spillway.alarm.AlarmState.OUT_OF_SERVICE;
import static io.spillway.alarm.AlarmState.RETURNED_UNACKNOWLEDGED;
import static io.spillway.alarm.AlarmState.SHELVED;
import static io.spillway.alarm.AlarmState.SUPPRESSED;
import static io.spillway.alarm.AlarmState.UNKNOWN;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The whole state machine: every state, everything that can happen, the state after it. Nothing
/// else decides a state.
final class Transitions {
    private static final AlarmState NO = NORMAL;
    private static final AlarmState AU = ACTIVE_UNACKNOWLEDGED;
    private static final AlarmState AA = ACTIVE_ACKNOWLEDGED;
    private static final AlarmState RU = RETURNED_UNACKNOWLEDGED;
    private static final AlarmState SH = SHELVED;
    private static final AlarmState SU = SUPPRESSED;
    private static final AlarmState OU = OUT_OF_SERVICE;
    private static final AlarmState UN = UNKNOWN;

    private static final Map<Happening, Map<AlarmState, AlarmState>> TABLE = table();

    private Transitions() {}

    /// The state after something happened in a state.
    static AlarmState next(AlarmState state, Happening happening) {
        AlarmState next = TABLE.getOrDefault(happening, Map.of()).get(state);
        if (next == null) {
            throw new IllegalStateException(state + " knows no " + happening);
        }
        return next;
    }

    /// One row for everything that can happen, the states in the order of [AlarmState].
    private static Map<Happening, Map<AlarmState, AlarmState>> table() {
        Map<Happening, Map<AlarmState, AlarmState>> rows = new EnumMap<>(Happening.class);
        // In state:                              NO  AU  AA  RU  SH  SU  OU  UN
        rows.put(Happening.RAISED, /*          */ row(AU, AU, AA, AU, SH, SU, OU, UN));
        rows.put(Happening.RETURNED, /*        */ row(NO, RU, NO, RU, SH, SU, OU, UN));
        rows.put(Happening.ROSE, /*            */ row(NO, AU, AU, RU, AU, SU, OU, UN));
        rows.put(Happening.ACKNOWLEDGED, /*    */ row(NO, AA, AA, NO, SH, SU, OU, UN));
        rows.put(Happening.REALARMED, /*       */ row(NO, AU, AU, RU, SH, SU, OU, UN));
        rows.put(Happening.SHELVED, /*         */ row(SH, SH, SH, SH, SH, SH, OU, SH));
        rows.put(Happening.UNSHELVED, /*       */ row(NO, AU, AA, RU, NO, SU, OU, UN));
        rows.put(Happening.SUPPRESSED, /*      */ row(SU, SU, SU, SU, SH, SU, OU, SU));
        rows.put(Happening.LOST, /*            */ row(UN, UN, UN, UN, SH, UN, OU, UN));
        rows.put(Happening.FREED_NORMAL, /*    */ row(NO, AU, AA, RU, SH, NO, OU, NO));
        rows.put(Happening.FREED_UNACKNOWLEDGED, row(NO, AU, AA, RU, SH, AU, OU, AU));
        rows.put(Happening.FREED_ACKNOWLEDGED, row(NO, AU, AA, RU, SH, AA, OU, AA));
        rows.put(Happening.FREED_RETURNED, /*  */ row(NO, AU, AA, RU, SH, RU, OU, RU));
        rows.put(Happening.TAKEN_OUT, /*       */ row(OU, OU, OU, OU, OU, OU, OU, OU));
        rows.put(Happening.PUT_BACK, /*        */ row(NO, AU, AA, RU, SH, SU, NO, UN));
        return Collections.unmodifiableMap(rows);
    }

    private static Map<AlarmState, AlarmState> row(AlarmState... next) {
        Map<AlarmState, AlarmState> row = new EnumMap<>(AlarmState.class);
        Arrays.stream(AlarmState.values()).forEach(s -> row.put(s, next[s.ordinal()]));
        return Collections.unmodifiableMap(row);
    }
}
