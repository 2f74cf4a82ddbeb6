package io.spillway.source.haproxy;

import io.spillway.fleet.OperState;
import io.spillway.wire.haproxy.Csv;
import java.util.Arrays;
import java.util.List;

/// A backend or a server in HAProxy's statistics. Numbers are -1 where HAProxy says nothing.
///
/// @param proxy the backend's name
/// @param server the server's name, `BACKEND` for the backend itself
/// @param address `host:port`, empty where hidden
/// @param kind 1 for a backend, 2 for a server
/// @param status as HAProxy writes it, for instance `UP 1/2`
/// @param weight effective, less during slow start
/// @param userWeight set by operators or configuration
/// @param inFlight sessions being served
/// @param queue requests waiting
/// @param answers of every kind since the start
/// @param errors answers of 5xx since the start, -1 outside http mode
/// @param millis mean response time of the last 1,024 requests
/// @param maxConnections requests given to it at once, 0 without limit
/// @param throttle percent of its weight that slow start grants, 100 when it is over
/// @param agent what its agent check said last, empty if it has none
/// @param algorithm how a backend balances, empty for servers and where hidden
record StatRow(
        String proxy,
        String server,
        String address,
        int kind,
        boolean http,
        String status,
        int weight,
        int userWeight,
        long inFlight,
        long queue,
        long answers,
        long errors,
        long millis,
        int maxConnections,
        int throttle,
        String agent,
        String algorithm) {
    private static final List<String> COLUMNS =
            List.of(
                    "pxname",
                    "svname",
                    "addr",
                    "type",
                    "mode",
                    "status",
                    "weight",
                    "uweight",
                    "scur",
                    "qcur",
                    "stot",
                    "rtime",
                    "ttime",
                    "slim",
                    "throttle",
                    "last_agt",
                    "agent_status",
                    "algo",
                    "hrsp_5xx",
                    "hrsp_1xx",
                    "hrsp_2xx",
                    "hrsp_3xx",
                    "hrsp_4xx",
                    "hrsp_other");
    private static final int FIRST_ANSWERS = COLUMNS.indexOf("hrsp_5xx");

    /// Reads the whole CSV, frontends left out.
    ///
    /// @throws IllegalArgumentException if it is no such CSV
    static List<StatRow> parse(String csv) {
        return Csv.read(csv, COLUMNS, StatRow::of).stream().filter(r -> r.kind > 0).toList();
    }

    private static StatRow of(String[] f) {
        long errors = number(f[FIRST_ANSWERS]);
        boolean http = errors >= 0;
        long counted =
                Arrays.stream(f, FIRST_ANSWERS, f.length)
                        .mapToLong(StatRow::number)
                        .filter(n -> n > 0)
                        .sum();
        return new StatRow(
                f[0],
                f[1],
                f[2],
                (int) number(f[3]),
                http || f[4].equals("http"),
                f[5],
                (int) number(f[6]),
                (int) (f[7].isEmpty() ? number(f[6]) : number(f[7])),
                number(f[8]),
                number(f[9]),
                http ? counted : number(f[10]),
                errors,
                number(http ? f[11] : f[12]),
                (int) Math.max(0, number(f[13])),
                f[14].isEmpty() ? 100 : (int) number(f[14]),
                f[15].isEmpty() ? f[16] : f[15],
                f[17]);
    }

    /// Empty, `NaN` and anything else that is no count is no value.
    static long number(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// True for a backend whose algorithm takes no weights at run time. Of those that hash, HAProxy
    /// does not tell which kind they are.
    boolean fixed() {
        return kind == 1 && algorithm.equals("static-rr");
    }

    boolean isServer() {
        return kind == 2;
    }

    /// True if the balancer sends new requests there.
    boolean serves() {
        return weight > 0 && (status.startsWith("UP") || status.startsWith("no check"));
    }

    /// What the checks say. A server without checks counts as up, as it does for HAProxy.
    OperState oper() {
        boolean between = status.contains("/");
        return switch (word(status)) {
            case "UP", "DRAIN" -> between ? OperState.CHANGING : OperState.UP;
            case "no" -> OperState.UP;
            case "NOLB" -> OperState.CHANGING;
            case "DOWN" -> between ? OperState.CHANGING : OperState.DOWN;
            default -> OperState.UNKNOWN;
        };
    }

    private static String word(String status) {
        int end = 0;
        while (end < status.length() && status.charAt(end) != ' ' && status.charAt(end) != '(') {
            end++;
        }
        return status.substring(0, end);
    }
}
