package io.spillway.practice;

import io.spillway.fleet.RequestClass;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Who sends the requests that pass the gates: classes of requests, some addresses of which each
/// stands for many clients, and user agents. They are a split of the [Demand]: its sum and its work
/// are not theirs.
final class Clientele {
    /// Most critical first.
    static final List<RequestClass> CLASSES =
            List.of(
                    new RequestClass("critical", 0, 2, "/checkout /login /pay"),
                    new RequestClass("signed-in browse", 1, 1.2, "cookie sid"),
                    new RequestClass("API bulk", 2, 2.5, "/api/v2/export"),
                    new RequestClass("search", 3, 1.8, "/search"),
                    new RequestClass("anonymous browse", 4, 0.8, "all else"),
                    new RequestClass("crawlers", 5, 0.8, "user agents"));

    /// Shares of usual requests, and of those that come on top in a crowd.
    private static final double[] USUAL = {0.127, 0.237, 0.087, 0.162, 0.323, 0.064};

    private static final double[] CROWD = {0.06, 0.12, 0.03, 0.26, 0.43, 0.10};

    /// Whose shares the counters keep apart: first the classes, then addresses, then user agents.
    static final List<Kind> KINDS = kinds();

    private Clientele() {}

    /// What a stick table counts by.
    enum Table {
        CLASS("t_cls", "string", 64, 3_600),
        SOURCE("t_src", "ipv6", 204_800, 600),
        AGENT("t_ua", "string", 20_480, 600);

        final String word;
        final String type;
        final int size;
        final int expireSeconds;

        Table(String word, String type, int size, int expireSeconds) {
            this.word = word;
            this.type = type;
            this.size = size;
            this.expireSeconds = expireSeconds;
        }
    }

    /// One key of a table.
    ///
    /// @param encoded the key as HAProxy's `url_enc` writes it
    record Kind(Table table, String key, String encoded) {
        Kind(Table table, String key) {
            this(
                    table,
                    key,
                    URLEncoder.encode(key, StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("*", "%2A")
                            .replace("%7E", "~"));
        }
    }

    /// Requests that are alike to every gate.
    ///
    /// @param rank of the class
    /// @param share of the class's requests
    /// @param source index of the address among [#KINDS], -1 for one of many
    /// @param agent index of the user agent among [#KINDS]
    record Sender(int rank, double share, int source, int agent) {}

    /// Everybody, with shares that make 1 in each class.
    static final List<Sender> SENDERS = senders();

    /// Share of each class when part of the requests are a crowd's.
    ///
    /// @param crowd 0..1
    static double[] mix(double crowd) {
        double[] mix = new double[USUAL.length];
        for (int c = 0; c < mix.length; c++) {
            mix[c] = USUAL[c] * (1 - crowd) + CROWD[c] * crowd;
        }
        return mix;
    }

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        CLASSES.forEach(c -> kinds.add(new Kind(Table.CLASS, c.key())));
        Named.ALL.forEach(n -> kinds.add(new Kind(Table.SOURCE, n.address())));
        Named.ALL.stream()
                .map(Named::agent)
                .distinct()
                .forEach(a -> kinds.add(new Kind(Table.AGENT, a)));
        Named.BROWSERS.forEach(b -> kinds.add(new Kind(Table.AGENT, b)));
        return List.copyOf(kinds);
    }

    private static List<Sender> senders() {
        List<Sender> senders = new ArrayList<>();
        for (int rank = 0; rank < USUAL.length; rank++) {
            double rest = 1;
            for (Named named : Named.ALL) {
                if (named.rank() == rank) {
                    int source = KINDS.indexOf(new Kind(Table.SOURCE, named.address()));
                    senders.add(new Sender(rank, named.share(), source, agent(named.agent())));
                    rest -= named.share();
                }
            }
            for (String browser : Named.BROWSERS) {
                double share = rest / Named.BROWSERS.size();
                senders.add(new Sender(rank, share, -1, agent(browser)));
            }
        }
        return List.copyOf(senders);
    }

    private static int agent(String name) {
        return KINDS.indexOf(new Kind(Table.AGENT, name));
    }

    /// An address of its own.
    private record Named(String address, String agent, int rank, double share) {
        static final List<Named> ALL =
                List.of(
                        new Named("198.51.100.20", "partner-export/3.2", 2, 0.4),
                        new Named("198.51.100.33", "inventory-sync/1.8", 2, 0.2),
                        new Named("203.0.113.77", "python-requests/2.31.0", 5, 0.3),
                        new Named("203.0.113.8", bot("SampleBot/2.1"), 5, 0.3),
                        new Named("203.0.113.9", bot("SampleBot/2.1"), 5, 0.15),
                        new Named("192.0.2.140", bot("IndexBot/1.0"), 5, 0.15));

        static final List<String> BROWSERS =
                List.of(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)",
                        "Mozilla/5.0 (Linux; Android 14; K)");

        private static String bot(String name) {
            return "Mozilla/5.0 (compatible; " + name + ")";
        }
    }
}
