package io.spillway.ui;

import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Figures;
import io.spillway.alarm.rule.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What became of alarms before now, and how many there were.
final class SampleAlarmPast {
    private static final long NOW = SampleAlarms.NOW;

    private SampleAlarmPast() {}

    static Figures figures() {
        Random random = new Random(7);
        int[] high = new int[144];
        int[] medium = new int[144];
        int[] low = new int[144];
        for (int i = 0; i < 144; i++) {
            medium[i] = random.nextDouble() < .05 ? 1 : 0;
            low[i] = random.nextDouble() < .22 ? 1 : 0;
        }
        medium[60] = 4;
        low[60] = 6;
        high[142] = 2;
        long start = NOW - 144 * Figures.STEP;
        return new Figures(
                3,
                start,
                high,
                medium,
                low,
                List.of(
                        new Figures.Actor(
                                "server-cpu@web/web-031",
                                "CPU overload",
                                "web-031",
                                31,
                                .18,
                                "on-delay 20 → 45 s would leave 4 of 31"),
                        new Figures.Actor(
                                "errors@api/api-011",
                                "Errors above 2 %",
                                "api-011",
                                12,
                                .07,
                                "chatter: 3 in a minute, twice"),
                        new Figures.Actor(
                                "background-cpu@web/web-007",
                                "Background CPU",
                                "web-007",
                                9,
                                .05,
                                "")),
                1,
                2_760_000,
                .004);
    }

    static List<AlarmEvent> events() {
        List<AlarmEvent> events = new ArrayList<>();
        AlarmEvent.Kind[] kinds = {
            AlarmEvent.Kind.RAISED,
            AlarmEvent.Kind.ACKNOWLEDGED,
            AlarmEvent.Kind.RETURNED,
            AlarmEvent.Kind.SHELVED
        };
        for (int i = 0; i < 24; i++) {
            AlarmEvent.Kind kind = kinds[i % kinds.length];
            boolean by = i % 2 == 1;
            events.add(
                    new AlarmEvent(
                            NOW - i * 97_000L,
                            kind,
                            "server-cpu@web/web-0" + (10 + i),
                            AlarmState.NORMAL,
                            i % 4 < 2 ? AlarmState.ACTIVE_UNACKNOWLEDGED : AlarmState.NORMAL,
                            Priority.values()[i % 3],
                            .95,
                            by ? "ops-1" : "",
                            "CPU overload, web-0" + (10 + i)));
        }
        return events;
    }
}
