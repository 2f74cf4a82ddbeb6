package io.spillway.source.haproxy;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.wire.haproxy.Answer;
import io.spillway.wire.haproxy.Command;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.haproxy.WireException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Reads the stick tables of `spillway-watch.cfg`, where a balancer has them: who and what sends
/// most. A balancer without them is asked in vain, which costs nothing.
///
/// Only entries above a thousandth of all traffic are asked for, so that an answer stays short
/// however large a table is: no more than a thousand keys can be above it.
final class Tables {
    private static final long EVERY = 5_000;
    private static final long EVERY_IN_TROUBLE = 60_000;
    private static final int MOST = 50;
    private static final double SMALLEST_SHARE = 0.001;

    /// Seconds over which the tables count.
    private static final int PERIOD = 10;

    private static final Map<Dimension, String> NAMES =
            Map.of(
                    Dimension.SOURCE, "t_src",
                    Dimension.USER_AGENT, "t_ua",
                    Dimension.REQUEST_CLASS, "t_cls");

    private long next = Long.MIN_VALUE;
    private double traffic;
    private List<KeyRate> keys = List.of();
    private String trouble = "";

    /// What was read last, the busiest keys first in each table.
    List<KeyRate> keys() {
        return keys;
    }

    /// One sentence if the last reading failed, else empty.
    String trouble() {
        return trouble;
    }

    /// Reads again if it is time to.
    ///
    /// @param perSecond requests a second of the whole balancer
    /// @param now the desk's time, epoch milliseconds
    void read(RuntimeClient client, double perSecond, long now) {
        if (now < next) {
            return;
        }
        next = now + EVERY;
        // The tables remember a burst for longer than the present rate does.
        traffic = Math.max(perSecond, traffic / 2);
        long limit = Math.max(1, Math.round(traffic * PERIOD * SMALLEST_SHARE));
        List<Dimension> dimensions = List.copyOf(NAMES.keySet());
        try {
            List<Answer> answers =
                    client.execute(
                            dimensions.stream()
                                    .map(d -> Command.showTable(NAMES.getOrDefault(d, ""), limit))
                                    .toList());
            List<KeyRate> read = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                read.addAll(busiest(dimensions.get(i), answers.get(i)));
            }
            keys = List.copyOf(read);
            trouble = "";
        } catch (WireException e) {
            next = now + EVERY_IN_TROUBLE;
            keys = List.of();
            trouble = "The stick tables could not be read: " + e.getMessage();
        }
    }

    private static List<KeyRate> busiest(Dimension dimension, Answer answer) {
        if (!(answer instanceof Answer.Data data)) {
            return List.of();
        }
        return TableText.parse(dimension, data.text()).stream()
                .sorted(Comparator.comparingDouble(KeyRate::requests).reversed())
                .limit(MOST)
                .toList();
    }
}
