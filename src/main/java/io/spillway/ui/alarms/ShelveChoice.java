package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.rule.Priority;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// For how long something may be shelved.
///
/// @param words as offered
/// @param millis for how long; 0 for until the next return to normal
record ShelveChoice(String words, long millis) {
    /// What is offered: the more urgent, the shorter.
    static List<ShelveChoice> of(List<Alarm> alarms) {
        Priority highest =
                alarms.stream()
                        .map(Alarm::priority)
                        .min(Comparator.naturalOrder())
                        .orElse(Priority.HIGH);
        int[] minutes =
                switch (highest) {
                    case HIGH -> new int[] {5, 15, 30};
                    case MEDIUM -> new int[] {15, 30, 60, 120};
                    case LOW -> new int[] {30, 60, 240, 480};
                };
        return Stream.concat(
                        java.util.Arrays.stream(minutes).mapToObj(ShelveChoice::timed),
                        Stream.of(new ShelveChoice(Words.of("alarms.until-return"), 0)))
                .toList();
    }

    private static ShelveChoice timed(int minutes) {
        Duration time = Duration.ofMinutes(minutes);
        return new ShelveChoice(Format.age(time), time.toMillis());
    }
}
