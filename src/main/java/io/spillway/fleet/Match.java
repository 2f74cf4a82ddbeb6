package io.spillway.fleet;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a pool's servers are found among the labels of a metrics engine.
///
/// @param by what is compared
/// @param label the label that holds the name or the address, for instance `server` or `instance`
/// @param pattern for [By#PATTERN]: a regular expression on the label's value whose first group is
///   the server's name; empty otherwise
public record Match(By by, String label, String pattern) {
    /// What is compared with the label.
    public enum By {
        /// The label's value is the server's name.
        LABEL,
        /// The label's value is the server's address; the port counts only if it is equal.
        ADDRESS,
        /// The first group of the pattern in the label's value is the server's name.
        PATTERN
    }

    public Match {
        if (by == By.PATTERN) {
            Pattern.compile(pattern);
        }
    }

    /// The key under which a server is looked up: its name, or the host of its address.
    public String key(Server server) {
        return by == By.ADDRESS ? host(server.address()) : server.name();
    }

    /// The key that a set of labels carries, empty if none.
    public String key(Map<String, String> labels) {
        String value = labels.getOrDefault(label, "");
        return switch (by) {
            case LABEL -> value;
            case ADDRESS -> host(value);
            case PATTERN -> firstGroup(value);
        };
    }

    private String firstGroup(String value) {
        Matcher m = Pattern.compile(pattern).matcher(value);
        return m.find() && m.groupCount() > 0 && m.group(1) != null ? m.group(1) : "";
    }

    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 || address.endsWith("]") ? address : address.substring(0, colon);
    }
}
