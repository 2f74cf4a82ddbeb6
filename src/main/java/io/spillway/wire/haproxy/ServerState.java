package io.spillway.wire.haproxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A server as `show servers state` tells it.
///
/// @param address `host:port`, IPv6 in brackets; empty if hidden or not an Internet address
/// @param oper 0 stopped, 1 starting, 2 running, 3 stopping
/// @param admin bits: see [#maintenance] and [#draining]
/// @param weight set by operators or configuration, slow start aside; 0..256
/// @param initialWeight the configuration's
/// @param internal true for a server behind a Unix socket, which is how a Runtime API is offered
///   over TLS
public record ServerState(
        String backend,
        String server,
        String address,
        int oper,
        int admin,
        int weight,
        int initialWeight,
        boolean internal) {
    /// Forced, inherited from a tracked server, address unresolved, no host name. Bit 4 says only
    /// that the configuration once disabled the server, and stays set when it is ready again.
    private static final int MAINTENANCE = 0x01 | 0x02 | 0x20 | 0x40;

    /// Forced, or inherited from a tracked server.
    private static final int DRAIN = 0x08 | 0x10;

    public boolean maintenance() {
        return (admin & MAINTENANCE) != 0;
    }

    public boolean draining() {
        return !maintenance() && (admin & DRAIN) != 0;
    }

    /// Reads the whole answer: a version line, a header line, a line for each server.
    ///
    /// @throws IllegalArgumentException if it is no such table
    public static List<ServerState> parse(String text) {
        List<ServerState> servers = new ArrayList<>();
        Columns columns = null;
        for (String line : text.split("\n")) {
            if (line.startsWith("#")) {
                columns = new Columns(Arrays.asList(line.substring(1).strip().split(" ")));
            } else if (columns != null && !line.isBlank()) {
                servers.add(columns.read(new Fields(line)));
            }
        }
        if (columns == null) {
            throw new IllegalArgumentException("no header in the answer to show servers state");
        }
        return servers;
    }

    /// Where the fields stand; later versions of HAProxy add some.
    private record Columns(
            int backend, int name, int addr, int port, int oper, int admin, int user, int initial) {
        Columns(List<String> names) {
            this(
                    at(names, "be_name"),
                    at(names, "srv_name"),
                    at(names, "srv_addr"),
                    at(names, "srv_port"),
                    at(names, "srv_op_state"),
                    at(names, "srv_admin_state"),
                    at(names, "srv_uweight"),
                    at(names, "srv_iweight"));
        }

        private static int at(List<String> names, String name) {
            int index = names.indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException(
                        "no column %s in the answer to show servers state".formatted(name));
            }
            return index;
        }

        ServerState read(Fields f) {
            int last = Math.max(Math.max(port, initial), Math.max(admin, user));
            if (f.count() <= last) {
                throw new IllegalArgumentException(
                        "a line with %d fields in the answer to show servers state"
                                .formatted(f.count()));
            }
            String host = f.text(addr);
            String at = f.text(port);
            return new ServerState(
                    f.text(backend),
                    f.text(name),
                    address(host, at),
                    f.number(oper),
                    f.number(admin),
                    f.number(user),
                    f.number(initial),
                    host.equals("-") && at.equals("0"));
        }

        private static String address(String host, String port) {
            if (host.equals("-")) {
                return "";
            }
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /// A line cut at its spaces. Only the fields asked for become texts: a fleet has many lines.
    private static final class Fields {
        private final String line;
        private final int[] ends = new int[64];
        private int count;

        Fields(String line) {
            this.line = line;
            int length = line.stripTrailing().length();
            for (int at = 0; at <= length && count < ends.length; at++) {
                if (at == length || line.charAt(at) == ' ') {
                    ends[count++] = at;
                }
            }
        }

        int count() {
            return count;
        }

        private int start(int field) {
            return field == 0 ? 0 : ends[field - 1] + 1;
        }

        String text(int field) {
            return line.substring(start(field), ends[field]);
        }

        int number(int field) {
            return Integer.parseInt(line, start(field), ends[field], 10);
        }
    }
}
