package io.spillway.ui.traffic;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.relief.drain.Drained;
import io.spillway.relief.standby.Advice;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Map;

/// What the pane of standby servers says: how many should serve, and who leaves.
final class StandbyModel {
    private final Picture picture;

    StandbyModel(Picture picture) {
        this.picture = picture;
    }

    /// A pool with servers in reserve.
    ///
    /// @param button what may be asked for; empty if nothing is advised
    /// @param request the plan that the button asks for
    record PoolRow(
            String pool,
            String serving,
            String wanted,
            String text,
            String button,
            PlanRequest request) {}

    /// A server that an act empties.
    record LeavingRow(String server, String pool, String inFlight, String arriving, String left) {}

    List<PoolRow> pools() {
        return picture.relief().standby().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> row(e.getKey(), e.getValue()))
                .toList();
    }

    private static PoolRow row(String pool, Advice advice) {
        int change = advice.change();
        String button =
                change > 0
                        ? Words.of("traffic.bring-in", change)
                        : change < 0 ? Words.of("traffic.take-back", -change) : "";
        return new PoolRow(
                pool,
                Integer.toString(advice.wanted() - change),
                Integer.toString(advice.wanted()),
                advice.text(),
                button,
                new PlanRequest.Standby(pool, change));
    }

    List<LeavingRow> leaving() {
        return picture.relief().leaving().stream()
                .map(l -> leaving(l.server(), l.pool(), l.how()))
                .toList();
    }

    private static LeavingRow leaving(String server, String pool, Drained how) {
        return new LeavingRow(
                server,
                pool,
                Format.count(how.inFlight()),
                GatesModel.rate(how.arriving()),
                left(how));
    }

    private static String left(Drained how) {
        var left = how.left();
        if (left != null) {
            return left.isZero()
                    ? Words.of("traffic.empty")
                    : Words.of("kit.about", Format.span(left));
        }
        return Double.isFinite(how.inFlight()) ? Words.of("kit.not-known") : "–";
    }
}
