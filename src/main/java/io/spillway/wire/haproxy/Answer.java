package io.spillway.wire.haproxy;

import java.util.regex.Pattern;

/// What HAProxy said to one command.
public sealed interface Answer {
    /// Nothing: a change was taken. No proof that it did what was meant, so read back.
    record Done() implements Answer {}

    /// What was asked for.
    record Data(String text) implements Answer {}

    /// A word from HAProxy that is no failure, for instance the level of the connection.
    record Notice(String text) implements Answer {}

    /// The command was not carried out.
    record Refused(Reason reason, String text) implements Answer {}

    /// Why a command was not carried out.
    enum Reason {
        UNKNOWN_COMMAND("Unknown command"),
        PERMISSION_DENIED("Permission denied"),
        NO_SUCH_SERVER("No such server"),
        NO_SUCH_BACKEND("No such backend|No such proxy|Can't find backend"),
        /// HAProxy loaded no map from this file.
        NO_SUCH_MAP("Unknown map identifier"),
        /// The backend's balancing algorithm takes no weights.
        STATIC_ALGORITHM("Backend is using a static LB algorithm"),
        /// The answer of a process that a reload has replaced.
        PROXY_DISABLED("Proxy is disabled"),
        OTHER("");

        private final Pattern start;

        Reason(String start) {
            this.start = Pattern.compile(start);
        }

        /// The first that fits HAProxy's words.
        static Reason of(String words) {
            for (Reason reason : values()) {
                if (reason.start.matcher(words).lookingAt()) {
                    return reason;
                }
            }
            return OTHER;
        }
    }
}
