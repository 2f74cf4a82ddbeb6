package io.spillway.source.haproxy;

import io.spillway.fleet.KeyRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the frontends' counters into rates: what grew since the poll before, over the time
/// between. A frontend that is new, or whose counters went back, has no rate until the next poll.
final class FrontendMeter {
    private Map<String, FrontendRow> before = new HashMap<>();
    private long lastTime;

    /// Forgets all counters, because another process counts from now on.
    void reset() {
        before.clear();
        lastTime = 0;
    }

    /// The rates of one poll.
    ///
    /// @param counted when the counters were read, epoch milliseconds
    List<KeyRate> read(List<FrontendRow> rows, long counted) {
        double seconds = lastTime > 0 ? (counted - lastTime) / 1000.0 : 0;
        Map<String, FrontendRow> after = HashMap.newHashMap(rows.size());
        List<KeyRate> rates = new ArrayList<>(rows.size());
        for (FrontendRow row : rows) {
            FrontendRow old = before.get(row.proxy());
            if (old != null && seconds > 0 && row.requests() >= old.requests()) {
                rates.add(rate(old, row, seconds));
            }
            after.put(row.proxy(), row);
        }
        before = after;
        lastTime = counted;
        return rates;
    }

    private static KeyRate rate(FrontendRow old, FrontendRow row, double seconds) {
        return new KeyRate(
                KeyRate.Dimension.FRONTEND,
                row.proxy(),
                grown(old.requests(), row.requests(), seconds),
                grown(old.clientErrors(), row.clientErrors(), seconds),
                grown(old.serverErrors(), row.serverErrors(), seconds),
                grown(old.refused(), row.refused(), seconds));
    }

    private static float grown(long old, long now, double seconds) {
        return old < 0 || now < old ? Float.NaN : (float) ((now - old) / seconds);
    }
}
