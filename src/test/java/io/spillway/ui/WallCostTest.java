package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarms;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.wall.Page;
import io.spillway.ui.wall.Wall;
import io.spillway.ui.wall.WallScenes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Twenty minutes of Pictures of 1,000 servers on the wall: what CPU each costs the FX thread, and
/// what stays in memory.
@ExtendWith(FxToolkit.class)
@EnabledIfSystemProperty(named = "spillway.long", matches = "room")
class WallCostTest {
    private static final int PICTURES = 1_200;
    private static final int WARM = 200;
    private static final int STATES = 20;

    private static FleetState fleet(int seconds) {
        double low = 0.4 + seconds % STATES / 100.0;
        return new SampleFleet(SamplePictures.NOW.plusSeconds(seconds).toEpochMilli())
                .pool("web", 600, low, low + 0.2)
                .pool("api", 250, low, low + 0.3)
                .pool("checkout", 150, low - 0.1, low + 0.1)
                .build();
    }

    @Test
    void eachPictureIsCheapAndLeavesNothing() {
        Alarms alarms = SampleAlarms.ten();
        Picture begin = SampleAlarms.picture(alarms);
        Wall wall =
                FxToolkit.onFx(
                        () -> WallScenes.of(3, begin, Page.OVERVIEW, Theme.NIGHT, 1920, 1080));
        long[] nanos = new long[PICTURES];
        long before = 0;
        Picture picture = begin;
        for (int i = 0; i < PICTURES; i++) {
            if (i == WARM) {
                before = used();
            }
            picture = SamplePictures.later(picture, fleet(i + 1), 1);
            Picture next = picture;
            long now = (i + 1) * 1_000L;
            nanos[i] = FxToolkit.onFx(() -> work(wall, next, now));
        }
        long after = used();
        long[] warm = Arrays.copyOfRange(nanos, WARM, PICTURES);
        Arrays.sort(warm);
        System.out.printf(
                "wall, 1,000 servers, CPU of the FX thread: p50 %.1f ms, p99 %.1f ms, most %.1f ms; %d kB after %d"
                        + " Pictures, %d kB after %d%n",
                warm[warm.length / 2] / 1e6,
                warm[warm.length * 99 / 100] / 1e6,
                warm[warm.length - 1] / 1e6,
                before / 1024,
                WARM,
                after / 1024,
                PICTURES);
        assertThat(after).isLessThan(before + before / 5);
    }

    private static long work(Wall wall, Picture picture, long now) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        wall.show(picture);
        wall.pulse(now);
        wall.scene().getRoot().applyCss();
        wall.scene().getRoot().layout();
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
