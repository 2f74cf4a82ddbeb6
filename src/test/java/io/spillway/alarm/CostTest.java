package io.spillway.alarm;

import static io.spillway.alarm.Panel.CPU;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.signal.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a step costs. The bounds are wide: they find a slip, not a percent.
class CostTest {
    private static final int STEPS = 400;

    private final AlarmEngine engine = new AlarmEngine(Panel.RULES);

    @Test
    void tenThousandHealthyServersAreNotFollowed() {
        List<Signal> well =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Panel.signal(CPU, "s" + i, .5, ""))
                        .toList();
        assertThat(engine.step(Memory.none(), well, Panel.START).memory()).isEqualTo(Memory.none());
    }

    @Test
    void aStepWithFiveHundredAlarmsTakesMilliseconds() {
        List<Signal> bad =
                IntStream.range(0, 500).mapToObj(i -> Panel.signal(PEAK, "s" + i, 1, "")).toList();
        Memory memory = engine.step(Memory.none(), bad, Panel.START).memory();
        assertThat(memory.tracked()).hasSize(500);
        long[] steps = new long[STEPS];
        long[] lists = new long[STEPS];
        long[] texts = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            long time = Panel.START + 1_000L * (i + 1);
            long began = System.nanoTime();
            memory = engine.step(memory, bad, time).memory();
            long stepped = System.nanoTime();
            Alarms alarms = AlarmList.of(memory, Panel.RULES, Figures.none(), List.of(), time);
            long listed = System.nanoTime();
            String text = MemoryJson.write(memory);
            texts[i] = System.nanoTime() - listed;
            steps[i] = stepped - began;
            lists[i] = listed - stepped;
            assertThat(alarms.listed()).hasSize(500);
            assertThat(text).isNotEmpty();
        }
        assertThat(median(steps)).as("step, ms").isLessThan(20);
        assertThat(median(lists)).as("list, ms").isLessThan(20);
        assertThat(median(texts)).as("text, ms").isLessThan(50);
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}
