package io.spillway.desk;

import io.spillway.alarm.Alarms;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Quality;
import java.util.ArrayList;
import java.util.List;

/// The last Picture of a desk that is gone: every value in it is old news and says so.
final class Lost {
    private static final String NOTICE =
            "The desk behind this window ended; what is shown is its last Picture. Close this window"
                    + " and start Spillway again.";

    private Lost() {}

    static Picture of(Picture last) {
        List<String> notices = new ArrayList<>(List.of(NOTICE));
        notices.addAll(last.notices());
        return new Picture(
                last.tick() + 1,
                last.time(),
                last.site(),
                last.practice(),
                last.interval(),
                Picture.State.BLIND,
                Mode.OBSERVE,
                blind(last.fleet()),
                last.sources(),
                last.window(),
                last.day(),
                last.outlook(),
                Alarms.none(),
                List.of(),
                last.leases(),
                last.drifts(),
                notices);
    }

    private static FleetState blind(FleetState fleet) {
        byte[][] quality = new byte[fleet.quality().length][];
        for (int m = 0; m < quality.length; m++) {
            quality[m] = fleet.quality()[m].clone();
            for (int i = 0; i < quality[m].length; i++) {
                if (quality[m][i] < Quality.BLIND.ordinal()) {
                    quality[m][i] = (byte) Quality.BLIND.ordinal();
                }
            }
        }
        return new FleetState(
                fleet.time(),
                fleet.pools(),
                fleet.servers(),
                fleet.values(),
                fleet.sampleTimes(),
                quality,
                fleet.balancers());
    }
}
