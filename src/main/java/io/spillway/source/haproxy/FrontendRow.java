package io.spillway.source.haproxy;

import io.spillway.wire.haproxy.Csv;
import java.util.List;

/// A frontend's counters since the start of the process. Numbers are -1 where HAProxy says nothing.
///
/// @param proxy the frontend's name
/// @param rate requests within the last second
/// @param requests all that came
/// @param clientErrors answers of 4xx
/// @param serverErrors answers of 5xx
/// @param refused requests denied, and those that were no proper requests
record FrontendRow(
        String proxy,
        long rate,
        long requests,
        long clientErrors,
        long serverErrors,
        long refused) {
    private static final List<String> COLUMNS =
            List.of(
                    "pxname",
                    "type",
                    "req_rate",
                    "req_tot",
                    "hrsp_4xx",
                    "hrsp_5xx",
                    "dreq",
                    "ereq");

    /// The frontends in http mode of a CSV that may hold other rows too.
    ///
    /// @throws IllegalArgumentException if it is no such CSV
    static List<FrontendRow> parse(String csv) {
        return Csv.read(csv, COLUMNS, FrontendRow::of).stream()
                .filter(row -> row.requests >= 0)
                .toList();
    }

    private static FrontendRow of(String[] f) {
        boolean frontend = StatRow.number(f[1]) == 0;
        return new FrontendRow(
                f[0],
                StatRow.number(f[2]),
                frontend ? StatRow.number(f[3]) : -1,
                StatRow.number(f[4]),
                StatRow.number(f[5]),
                Math.max(0, StatRow.number(f[6])) + Math.max(0, StatRow.number(f[7])));
    }
}
