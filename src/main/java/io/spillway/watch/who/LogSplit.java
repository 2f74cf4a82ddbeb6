package io.spillway.watch.who;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Splits a surge by what the access log tells.
final class LogSplit {
    private static final double HEAVY = 8;
    private static final double LEAST_HEAVY = 20;

    /// If visitors as they were, each asking for more, would bring this much of the increase, there
    /// is more of the same and no cause to name.
    private static final double SAME = 0.6;

    /// How far clients that were seen before and visitors as a whole may differ in that.
    private static final double KNOWN = 1.25;

    private LogSplit() {}

    /// The causes that can be claimed, the largest share first.
    ///
    /// @param all a sample of all requests
    /// @param clients all requests of a sample of clients, the same object if both are whole
    /// @param stretch length of time in which clients are counted, in ms
    static List<Cause> of(Events all, Events clients, long stretch, Names names) {
        double increase = increase(all);
        double before = all.before(i -> true);
        if (before <= 0 || increase < Claims.FEWEST || increase < (Claims.GROWTH - 1) * before) {
            return List.of();
        }
        Usual usual = Usual.of(clients, stretch);
        double parts = all.length() / (double) stretch;
        double heavy = Math.max(LEAST_HEAVY, HEAVY * usual.requests() * parts);
        var retries = new Retries(clients, heavy);
        List<Cause> causes = new ArrayList<>();
        Cause storm = retries.cause(all, increase, usual);
        IntPredicate repeated = storm == null ? i -> false : i -> retries.has(all, i);
        double growth = growth(clients, i -> storm != null && retries.has(clients, i));
        var machines = new Machines(all, repeated, usual, increase, heavy, growth);
        IntPredicate visitor =
                i -> !(storm != null && retries.has(clients, i)) && !machines.has(clients, i);
        var visitors =
                new Visitors(clients, visitor, names, stretch, increase, machines.shareBefore());
        keep(causes, storm);
        keep(causes, visitors.campaign());
        double same = Math.min(visitors.intensity(), KNOWN * growth);
        if ((same - 1) * before > SAME * increase) {
            return List.of();
        }
        double share = machines.share(explained(causes) * increase);
        keep(causes, Bots.cause(all, names, usual, machines, repeated, increase, share));
        keep(causes, visitors.growth(Math.min(1, explained(causes))));
        causes.sort(Comparator.comparingDouble(cause -> -cause.share()));
        return causes;
    }

    private static void keep(List<Cause> causes, @Nullable Cause cause) {
        if (cause != null) {
            causes.add(cause);
        }
    }

    private static double explained(List<Cause> causes) {
        return causes.stream().mapToDouble(Cause::share).sum();
    }

    private static double increase(Events events) {
        return events.during(i -> true) - events.before(i -> true);
    }

    /// How many times more a client asks than before: the median of those seen both times, of all
    /// where these are few.
    private static double growth(Events events, IntPredicate without) {
        var clients = new Tally();
        double[] before = new double[events.size];
        double[] during = new double[events.size];
        for (int i = 0; i < events.size; i++) {
            if (events.agentClass(i) == AgentClass.BROWSER && !without.test(i)) {
                int client = clients.of(events.source[i]);
                before[client] += events.before[i];
                during[client] += events.during[i];
            }
        }
        double[] ratios = new double[clients.size()];
        int n = 0;
        for (int c = 0; c < clients.size(); c++) {
            if (before[c] > 0 && during[c] > 0) {
                ratios[n++] = during[c] / before[c];
            }
        }
        return n >= 10
                ? median(Arrays.copyOf(ratios, n))
                : median(positive(during, clients.size()))
                        / median(positive(before, clients.size()));
    }

    private static double[] positive(double[] values, int size) {
        return Arrays.stream(values, 0, size).filter(v -> v > 0).toArray();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 1 : values[values.length / 2];
    }
}
