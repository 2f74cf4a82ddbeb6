package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.rule.Priority;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BacklogTest {
    @Test
    void holdsTheNewestAndSaysHowManyAreLost() {
        Backlog backlog = new Backlog();
        backlog.add(events(0, Backlog.MOST));
        assertThat(backlog.lost()).isEmpty();
        backlog.add(events(Backlog.MOST, 3));
        assertThat(backlog.events()).hasSize(Backlog.MOST);
        assertThat(backlog.events().getFirst().time()).isEqualTo(3);
        assertThat(backlog.lost()).contains("oldest 3 alarm events");
        backlog.clear();
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.lost()).isEmpty();
    }

    private static List<AlarmEvent> events(long from, int count) {
        return LongStream.range(from, from + count).mapToObj(BacklogTest::event).toList();
    }

    private static AlarmEvent event(long time) {
        return new AlarmEvent(
                time,
                AlarmEvent.Kind.RAISED,
                "a",
                AlarmState.NORMAL,
                AlarmState.ACTIVE_UNACKNOWLEDGED,
                Priority.LOW,
                1,
                "",
                "");
    }
}
