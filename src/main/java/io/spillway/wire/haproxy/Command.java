package io.spillway.wire.haproxy;

import java.util.Set;
import java.util.regex.Pattern;

/// One line for the Runtime API. There is no way to make one from free text, so a command that is
/// not among these cannot be sent; `set maxconn frontend` above all, which can end the process.
public final class Command {
    /// What HAProxy allows in the names of proxies and servers.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]+");

    /// Words and numbers only: nothing that splits, escapes or continues a line.
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_.:/%=@#+-]+( [A-Za-z0-9_.:/%=@#+-]+)*");

    private static final Pattern DEADLY = Pattern.compile("set maxconn frontend\\b.*");

    /// HAProxy closes without a word on a line longer than its buffer (16,384 bytes by default).
    private static final int LONGEST = 16_000;

    private static final Set<String> STATES = Set.of("ready", "drain", "maint");

    private final String text;
    private final boolean readOnly;

    private Command(String text, boolean readOnly) {
        this.text = text;
        this.readOnly = readOnly;
    }

    /// Checks a line. For this package's own use.
    ///
    /// @throws IllegalArgumentException with one sentence
    static Command of(String text, boolean readOnly) {
        if (text.length() >= LONGEST) {
            throw new IllegalArgumentException(
                    "A command must be shorter than %d bytes, this one has %d"
                            .formatted(LONGEST, text.length()));
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no single plain command line".formatted(text));
        }
        if (DEADLY.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'set maxconn frontend' is never sent: it can end the HAProxy process");
        }
        return new Command(text, readOnly);
    }

    /// Version, process, uptime: see [RuntimeInfo].
    public static Command showInfo() {
        return of("show info", true);
    }

    /// The counters of all backends and servers as CSV.
    public static Command showStat() {
        return of("show stat -1 6 -1", true);
    }

    /// The counters of all frontends as CSV.
    public static Command showFrontends() {
        return of("show stat -1 1 -1", true);
    }

    /// The entries of a stick table that were counted more than `limit` times within the period of
    /// its request rate.
    ///
    /// @param limit 0 or more
    public static Command showTable(String table, long limit) {
        String of = "show table " + name("stick table", table);
        return of(of + " data.http_req_rate gt " + Math.max(0, limit), true);
    }

    /// Weights and states of all servers: see [ServerState].
    public static Command showServersState() {
        return of("show servers state", true);
    }

    /// Weights and states of one backend's servers.
    public static Command showServersState(String backend) {
        return of("show servers state " + name("backend", backend), true);
    }

    /// What this connection may do: `admin`, `operator` or `user`.
    public static Command showCliLevel() {
        return of("show cli level", true);
    }

    /// Sets the weight of a server.
    ///
    /// @param weight 0..256
    public static Command setWeight(String backend, String server, int weight) {
        String target = name("backend", backend) + "/" + name("server", server);
        if (weight < 0 || weight > 256) {
            throw new IllegalArgumentException(
                    "%s cannot get weight %d: a weight is a whole number from 0 to 256"
                            .formatted(target, weight));
        }
        return of("set server " + target + " weight " + weight, false);
    }

    /// Sets what operators want of a server; repeating is harmless.
    ///
    /// @param state `ready`, `drain` or `maint`
    public static Command setState(String backend, String server, String state) {
        String target = name("backend", backend) + "/" + name("server", server);
        if (!STATES.contains(state)) {
            throw new IllegalArgumentException(
                    "%s cannot get state '%s': there are ready, drain and maint"
                            .formatted(target, state));
        }
        return of("set server " + target + " state " + state, false);
    }

    private static String name(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a %s: HAProxy's names hold letters, digits and . : _ - only"
                            .formatted(name, what));
        }
        return name;
    }

    /// True if it changes nothing and may be sent again.
    public boolean readOnly() {
        return readOnly;
    }

    /// The line without its end.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
