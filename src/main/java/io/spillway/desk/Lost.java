package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Quality;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.forecast.Forecast;
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
                blind(last.outlook()),
                last.alarms(),
                List.of(),
                last.leases(),
                last.drifts(),
                notices,
                last.relief());
    }

    /// Without what would be read as of now.
    private static Outlook blind(Outlook last) {
        return new Outlook(
                blind(last.fleet()),
                last.pools().stream().map(Lost::blind).toList(),
                last.servers(),
                last.findings(),
                last.why(),
                last.announced());
    }

    private static LoadOutlook blind(LoadOutlook last) {
        return new LoadOutlook(
                last.subject(),
                Double.NaN,
                last.usual(),
                last.detections(),
                last.capacity(),
                Forecast.unknown());
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
