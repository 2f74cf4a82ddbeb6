package io.spillway.practice;

import java.util.List;
import java.util.Locale;

/// The answer to `show table`: the tables of `spillway-gates.cfg`, which count what comes to the
/// gates.
final class StickTables {
    private static final long PERIOD = 10_000;

    /// Answers of servers that are 4xx, as [StatusCode] has them.
    private static final double CLIENT_ERRORS = 0.02;

    private final Model model;
    private final int balancer;
    private final Snapshot now;
    private final Snapshot then;

    StickTables(Model model, Balancer balancer) {
        this.model = model;
        this.balancer = balancer.index;
        now = model.tape.latest();
        then = model.tape.floor(now.time() - PERIOD);
    }

    /// @param args nothing, a table, or a table and a filter `data.http_req_rate gt N`
    Answer show(List<String> args) {
        if (args.isEmpty()) {
            StringBuilder out = new StringBuilder();
            for (Clientele.Table table : Clientele.Table.values()) {
                head(out, table);
            }
            return Answer.data(out.toString());
        }
        for (Clientele.Table table : Clientele.Table.values()) {
            if (table.word.equals(args.getFirst())) {
                return show(table, args.subList(1, args.size()));
            }
        }
        return Answer.refused("No such table\n");
    }

    private Answer show(Clientele.Table table, List<String> filter) {
        long least = -1;
        if (!filter.isEmpty()) {
            if (!filter.getFirst().equals("data.http_req_rate")) {
                return Answer.refused("Filter entry #1: Unknown data type\n");
            }
            if (filter.size() < 3
                    || !filter.get(1).equals("gt")
                    || !filter.get(2).matches("\\d{1,18}")) {
                return Answer.refused("The practice fleet filters by 'gt' and a number only.\n");
            }
            least = Long.parseLong(filter.get(2));
        }
        StringBuilder out = new StringBuilder();
        head(out, table);
        for (int k = 0; k < Clientele.KINDS.size(); k++) {
            if (Clientele.KINDS.get(k).table() == table
                    && period(now.asked(), then.asked(), k) > least) {
                entry(out, k);
            }
        }
        return Answer.data(out.toString());
    }

    private static void head(StringBuilder out, Clientele.Table table) {
        long used = Clientele.KINDS.stream().filter(k -> k.table() == table).count();
        out.append(
                "# table: %s, type: %s, size:%d, used:%d\n"
                        .formatted(table.word, table.type, table.size, used));
    }

    private void entry(StringBuilder out, int k) {
        Clientele.Kind kind = Clientele.KINDS.get(k);
        String key =
                kind.table() == Clientele.Table.SOURCE
                        ? "::ffff:" + kind.key()
                        : kind.key().replaceAll("[ =\\\\]", "\\\\$0");
        long asked = period(now.asked(), then.asked(), k);
        long refused = period(now.refused(), then.refused(), k);
        double failing = failing();
        double served = asked - refused;
        out.append(
                String.format(
                        Locale.ROOT,
                        "0x%x: key=%s use=0 exp=%d gpc0=%d gpc0_rate(1000)=%d"
                                + " http_req_rate(10000)=%d http_err_rate(10000)=%d gpc1=%d"
                                + " gpc1_rate(10000)=%d http_fail_rate(10000)=%d\n",
                        0x55d0_2000_0000L + 0x80L * k,
                        key,
                        kind.table().expireSeconds * 1000L - 1,
                        (long) (now.asked()[balancer][k] - now.refused()[balancer][k]),
                        Math.round(served * 1000 / PERIOD),
                        asked,
                        Math.round(served * (1 - failing) * CLIENT_ERRORS),
                        (long) now.refused()[balancer][k],
                        refused,
                        Math.round(served * failing)));
    }

    /// How much a counter grows in a period, going by its last seconds.
    private long period(double[][] counter, double[][] earlier, int k) {
        double last = counter[balancer][k];
        return now.time() == then.time()
                ? Math.round(last * PERIOD / Model.UPTIME_MILLIS)
                : Math.round((last - earlier[balancer][k]) * PERIOD / (now.time() - then.time()));
    }

    /// Share of the gated pool's answers that are errors.
    private double failing() {
        Park.Group pool = model.park.groups.get(Park.GATED);
        double answered = 0;
        double failed = 0;
        for (int i = pool.first(); i < pool.end(); i++) {
            answered += now.answered()[balancer][i] - then.answered()[balancer][i];
            failed += now.failed()[balancer][i] - then.failed()[balancer][i];
        }
        return answered > 0 ? failed / answered : 0;
    }
}
