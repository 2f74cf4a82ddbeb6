package io.spillway.practice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One line of `show stat`, filled column by column. Reused from line to line.
final class StatRow {
    private static final int REQUEST_BYTES = 620;
    private static final int RESPONSE_BYTES = 9400;

    private final Map<String, Integer> positions = new HashMap<>();
    private final String[] cells;

    StatRow(List<String> columns) {
        cells = new String[columns.size()];
        for (String column : columns) {
            positions.put(column, positions.size());
        }
    }

    /// Clears the line and puts what every line has.
    void start(String proxy, String name, int iid, int sid, int type) {
        Arrays.fill(cells, "");
        put("pxname", proxy);
        put("svname", name);
        put("pid", 1);
        put("iid", iid);
        put("sid", sid);
        put("type", type);
        put("mode", "http");
        put("-", "-");
    }

    void put(String column, long value) {
        put(column, Long.toString(value));
    }

    void put(String column, String value) {
        Integer at = positions.get(column);
        if (at == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        cells[at] = value;
    }

    /// Counters of requests and responses.
    ///
    /// @param sessions requests so far
    /// @param answered responses of servers so far, errors among them
    /// @param failed errors so far, with those that no server saw
    /// @param rate per second
    void traffic(double sessions, double answered, double failed, double rate) {
        put("stot", (long) sessions);
        put("bin", (long) (sessions * REQUEST_BYTES));
        put("bout", (long) (answered * RESPONSE_BYTES));
        put("rate", Math.round(rate));
        for (StatusCode code : StatusCode.values()) {
            put("hrsp_" + code.label, (long) code.count(answered, failed));
        }
    }

    /// Requests that the balancer itself answered with 429 so far. Comes after [#traffic].
    void refused(double requests) {
        int at = positions.getOrDefault("hrsp_4xx", 0);
        cells[at] = Long.toString(Long.parseLong(cells[at]) + (long) requests);
        put("intercepted", (long) requests);
    }

    /// A health check that passed.
    void check(int milliseconds) {
        put("check_status", "L7OK");
        put("check_code", 200);
        put("check_duration", milliseconds);
        put("check_desc", "Layer7 check passed");
        put("check_rise", 2);
        put("check_fall", 3);
        put("check_health", 4);
    }

    /// @param seconds to an answer
    void latency(double seconds) {
        long millis = Math.round(seconds * 1000);
        put("qtime", 0);
        put("ctime", 0);
        put("rtime", millis);
        put("ttime", millis);
    }

    void appendTo(StringBuilder out) {
        for (String cell : cells) {
            out.append(cell).append(',');
        }
        out.append('\n');
    }
}
