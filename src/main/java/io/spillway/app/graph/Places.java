package io.spillway.app.graph;

import io.spillway.app.config.ConfigException;
import io.spillway.app.config.FirstBalancer;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.config.FirstConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a fleet may be: what somebody named, and the usual places.
///
/// @param balancers the likeliest first
/// @param engines the likeliest first
record Places(List<Place<FirstBalancer>> balancers, List<Place<URI>> engines) {
    private static final Path HAPROXY = Path.of("/etc/haproxy/haproxy.cfg");
    private static final Pattern SOCKET =
            Pattern.compile("^\\s*stats\\s+socket\\s+(?:unix@)?(/\\S+)", Pattern.MULTILINE);
    private static final List<String> SOCKETS =
            List.of(
                    "/run/haproxy/spillway.sock",
                    "/var/lib/haproxy/spillway.sock",
                    "/run/haproxy/admin.sock",
                    "/run/haproxy.sock",
                    "/var/lib/haproxy/stats");
    private static final List<String> PAGES =
            List.of(":8404/stats;csv", ":1936/;csv", ":1936/haproxy?stats;csv");
    private static final List<String> ENGINES = List.of(":9090", ":8428");

    /// A place to look at.
    ///
    /// @param expected true if something ought to be there, so that it is said when nothing is
    record Place<T>(T at, boolean expected) {}

    /// @param named addresses and hosts; where none of a kind is named, this machine
    /// @param keys for `tls://`, null for none
    /// @throws ConfigException with a sentence for an address that is none
    static Places of(List<String> named, @Nullable ClientKeys keys) throws ConfigException {
        List<Place<FirstBalancer>> balancers = new ArrayList<>();
        List<Place<URI>> engines = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (String text : named) {
            if (text.startsWith("http") && !FirstBalancer.isPage(text)) {
                engines.add(new Place<>(FirstConfig.engine(text), true));
            } else if (text.contains("/") || text.matches("[^:]*:[^:]*")) {
                balancers.add(new Place<>(FirstBalancer.at(text, keys), true));
            } else {
                hosts.add(text.contains(":") && !text.startsWith("[") ? "[" + text + "]" : text);
            }
        }
        boolean here = hosts.isEmpty();
        List<String> where = here ? List.of("127.0.0.1") : hosts;
        if (balancers.isEmpty()) {
            usual(here, where, keys, balancers);
        }
        if (engines.isEmpty()) {
            for (String host : where) {
                for (String port : ENGINES) {
                    engines.add(new Place<>(FirstConfig.engine("http://" + host + port), false));
                }
            }
        }
        return new Places(balancers, engines);
    }

    private static void usual(
            boolean here,
            List<String> hosts,
            @Nullable ClientKeys keys,
            List<Place<FirstBalancer>> into)
            throws ConfigException {
        if (keys != null) {
            for (String host : hosts) {
                into.add(new Place<>(FirstBalancer.at("tls://" + host + ":9443", keys), true));
            }
        }
        if (here) {
            for (String socket : sockets()) {
                into.add(new Place<>(FirstBalancer.at("unix:" + socket, null), true));
            }
        }
        for (String host : hosts) {
            into.add(new Place<>(FirstBalancer.at("tcp://" + host + ":9999", null), false));
            for (String page : PAGES) {
                into.add(new Place<>(FirstBalancer.at("http://" + host + page, null), false));
            }
        }
    }

    /// Those that are there, and what this machine's HAProxy is configured for.
    private static Set<String> sockets() {
        Set<String> all = new LinkedHashSet<>();
        SOCKETS.stream().filter(s -> Files.exists(Path.of(s))).forEach(all::add);
        try {
            Matcher m = SOCKET.matcher(Files.readString(HAPROXY));
            while (m.find()) {
                all.add(m.group(1));
            }
        } catch (IOException e) {
            // There is none, or others may not read it: the usual places are left.
            return all;
        }
        return all;
    }
}
