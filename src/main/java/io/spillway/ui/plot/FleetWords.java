package io.spillway.ui.plot;

import io.spillway.fleet.Metric;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.CellStates.PoolCells;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What is said about pools and servers, to those who see the cells and to those who hear them.
final class FleetWords {
    private FleetWords() {}

    /// The figures beside a pool's name, the most important first.
    static List<String> figures(CellStates states, PoolCells pool, Metric metric) {
        double highest = states.highest(pool);
        if (Double.isNaN(highest)) {
            return List.of(Words.of("kit.no-live-data"));
        }
        List<String> parts = new ArrayList<>();
        if (metric == Metric.CPU) {
            parts.add(Words.of("plot.max", percent(highest)));
            parts.add(Words.of("kit.headroom", percent(pool.limit() - highest)));
        } else {
            parts.add(Words.of("plot.max", Unit.of(metric).format(highest)));
        }
        int unseen = states.count(pool, CellKind.UNSEEN);
        if (unseen > 0) {
            parts.add(Words.of("plot.without-live-data", unseen));
        }
        return parts;
    }

    /// A share as whole percent, with a true minus sign.
    static String percent(double share) {
        long whole = Math.round(share * 100);
        return (whole < 0 ? "−" : "") + Math.abs(whole) + "\u2009%";
    }

    /// All pools in sentences.
    static String summary(CellStates states, Metric metric) {
        StringBuilder words = new StringBuilder();
        String servers = Words.of("kit.servers", states.size());
        words.append(Words.of("plot.summary", servers, states.pools().size()));
        for (PoolCells pool : states.pools()) {
            words.append(' ').append(pool.name()).append(": ").append(pool.count());
            words.append(", ").append(name(metric)).append(' ');
            words.append(String.join(", ", figures(states, pool, metric)));
            for (CellKind kind :
                    List.of(
                            CellKind.HIGH,
                            CellKind.MEDIUM,
                            CellKind.LOW,
                            CellKind.DRAINED,
                            CellKind.MAINTENANCE,
                            CellKind.DOWN)) {
                int n = states.count(pool, kind);
                words.append(n == 0 ? "" : ", " + n + " " + kind.words());
            }
            words.append('.');
        }
        return words.toString();
    }

    /// One server, in lines: its name and pool, how it stands, its value and how old that is.
    static List<String> server(FleetCells cells, int i) {
        CellStates states = cells.states();
        CellKind kind = states.kind(i);
        float value = states.value(i);
        Unit unit = Unit.of(cells.metric());
        String known = Float.isNaN(value) ? Words.of("plot.unknown") : unit.format(value);
        Duration age = Duration.ofMillis(states.age(i));
        boolean taken = !Float.isNaN(value) && !age.isNegative();
        String state = kind.words();
        return List.of(
                states.server(i).name() + " · " + states.server(i).pool(),
                state.isEmpty() ? Words.of("plot.in-service") : state,
                name(cells.metric())
                        + " "
                        + known
                        + (taken ? ", " + Words.of("plot.ago", Format.age(age)) : ""));
    }

    /// A value in so few characters that it finds room in a cell.
    static String number(Metric metric, double value) {
        double n =
                switch (metric) {
                    case CPU, ERRORS -> value * 100;
                    case LATENCY -> value * 1_000;
                    case REQUESTS, IN_FLIGHT, QUEUE -> value;
                };
        return n < 999.5 ? "" + Math.round(n) : Math.round(n / 1_000) + "k";
    }

    private static String name(Metric metric) {
        return switch (metric) {
            case CPU -> Words.of("kit.cpu");
            case REQUESTS -> Words.of("plot.load");
            case IN_FLIGHT -> Words.of("plot.in-flight");
            case QUEUE -> Words.of("plot.queue");
            case ERRORS -> Words.of("plot.errors");
            case LATENCY -> Words.of("plot.latency");
        };
    }
}
