package io.spillway.fleet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing at a balancer that can be set while it runs and reads back as a whole number.
///
/// @param kind what it is
/// @param name the server, the class's rank (`0` is the most critical), the address or the user
///   agent that it is about
public record Knob(Kind kind, String name) {
    /// The value of a knob that is an entry of a table, while the table has no such entry.
    public static final int ABSENT = -1;

    /// What can be set.
    public enum Kind {
        /// A server's weight, 0..256.
        WEIGHT(""),
        /// A server's administrative state: 0 ready, 1 drain, 2 maintenance.
        STATE("state"),
        /// Connections that a server is given at once; 0 is without limit.
        MAXCONN("maxconn"),
        /// Share of a class's clients that is refused, in thousandths.
        SHED("shed"),
        /// Requests per second of a class that this balancer admits.
        LIMIT("limit"),
        /// Changing it draws anew which clients are refused.
        EPOCH("epoch"),
        /// Requests per second that this balancer admits from one client address.
        SOURCE_CAP("source"),
        /// Requests per second that this balancer admits from one user agent.
        AGENT_CAP("agent");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// True if it belongs to the balancer's gates and not to a server.
        public boolean gate() {
            return compareTo(SHED) >= 0;
        }

        /// True if this is a value that it can be set to.
        public boolean takes(int value) {
            return switch (this) {
                case WEIGHT -> value >= 0 && value <= 256;
                case STATE -> value >= 0 && value <= AdminState.MAINT.ordinal();
                case SHED -> value >= 0 && value <= 1000;
                case MAXCONN, LIMIT, EPOCH -> value >= 0;
                case SOURCE_CAP, AGENT_CAP -> value >= ABSENT;
            };
        }

        /// True if it is an entry of a table, which may be missing.
        boolean entry() {
            return this == SOURCE_CAP || this == AGENT_CAP;
        }

        /// As told to operators: `weight`, `state`.
        public String noun() {
            return this == WEIGHT ? "weight" : word;
        }
    }

    /// A server's weight.
    public static Knob weight(String server) {
        return new Knob(Kind.WEIGHT, server);
    }

    /// A server's administrative state.
    public static Knob state(String server) {
        return new Knob(Kind.STATE, server);
    }

    /// Weights by server name as knobs, in the same order.
    public static Map<Knob, Integer> weights(Map<String, Integer> weights) {
        Map<Knob, Integer> knobs = new LinkedHashMap<>();
        weights.forEach((server, weight) -> knobs.put(weight(server), weight));
        return Collections.unmodifiableMap(knobs);
    }

    /// Its value among those that a balancer told: [#ABSENT] for a missing entry, null if unknown.
    public @Nullable Integer among(Map<Knob, Integer> values) {
        Integer value = values.get(this);
        return value == null && kind.entry() ? Integer.valueOf(ABSENT) : value;
    }

    /// The value as operators say it: `drain` for a state, else the number.
    public String say(int value) {
        if (value == ABSENT) {
            return "none";
        } else if (kind == Kind.STATE) {
            AdminState[] states = AdminState.values();
            return value >= 0 && value < states.length ? states[value].word() : "unknown";
        }
        return Integer.toString(value);
    }

    /// The text that [#valueOf] reads: a weight is the bare name of its server.
    @Override
    public String toString() {
        return kind == Kind.WEIGHT ? name : kind.word + " " + name;
    }

    /// Reads what [#toString] wrote. Names of servers hold no blanks, so the first word tells.
    public static Knob valueOf(String text) {
        int blank = text.indexOf(' ');
        for (Kind kind : Kind.values()) {
            if (blank > 0 && kind.word.equals(text.substring(0, blank))) {
                return new Knob(kind, text.substring(blank + 1));
            }
        }
        return weight(text);
    }
}
