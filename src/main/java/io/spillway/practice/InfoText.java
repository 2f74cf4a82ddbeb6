package io.spillway.practice;

import java.util.stream.IntStream;

/// The answer to `show info`.
final class InfoText {
    /// What the balancer calls the machine it runs on: the mark of practice.
    static final String NODE = "spillway-practice";

    private final Model model;
    private final Balancer balancer;

    InfoText(Model model, Balancer balancer) {
        this.model = model;
        this.balancer = balancer;
    }

    String text() {
        Snapshot now = model.tape.latest();
        int b = balancer.index;
        long startedAt = (model.start - Model.UPTIME_MILLIS) / 1000;
        long uptime = now.time() / 1000 - startedAt;
        double rate = sum(now.rate()[b]);
        StringBuilder out = new StringBuilder();
        line(out, "Name", "HAProxy");
        line(out, "Version", RuntimeCommands.VERSION);
        line(out, "Nbthread", 4);
        line(out, "Nbproc", 1);
        line(out, "Process_num", 1);
        line(out, "Pid", balancer.pid);
        line(out, "Uptime", span(uptime));
        line(out, "Uptime_sec", uptime);
        line(out, "Maxconn", 100_000);
        line(out, "Hard_maxconn", 100_000);
        line(out, "CurrConns", Math.round(sum(now.sessions()[b]) + sum(now.queue()[b])));
        line(
                out,
                "CumReq",
                (long)
                        IntStream.range(0, now.requests()[b].length)
                                .mapToDouble(g -> now.requests()[b][g])
                                .sum());
        line(out, "ConnRate", Math.round(rate));
        line(out, "SessRate", Math.round(rate));
        line(out, "Tasks", 16);
        line(out, "Run_queue", 0);
        line(out, "Idle_pct", 82);
        line(out, "node", NODE);
        line(out, "Stopping", 0);
        line(out, "Jobs", 9);
        line(out, "Listeners", 4);
        line(out, "Build info", RuntimeCommands.VERSION);
        line(out, "Start_time_sec", startedAt);
        line(out, "Tainted", 0);
        return out.toString();
    }

    private static String span(long seconds) {
        return "%dd %dh%02dm%02ds"
                .formatted(seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    }

    private static double sum(float[] values) {
        double total = 0;
        for (float value : values) {
            total += value;
        }
        return total;
    }

    private static void line(StringBuilder out, String name, Object value) {
        out.append(name).append(": ").append(value).append('\n');
    }
}
