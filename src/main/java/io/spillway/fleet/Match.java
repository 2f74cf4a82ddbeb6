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
        /// The label's value is the server's address; the host alone is enough where it is unique.
        ADDRESS,
        /// The first group of the pattern in the label's value is the server's name.
        PATTERN
    }

    /// What a series says of the server it belongs to: a name, or an address for [By#ADDRESS].
    /// Empty if it says nothing.
    public String key(Map<String, String> labels) {
        String value = labels.getOrDefault(label, "");
        return by == By.PATTERN ? firstGroup(value) : value;
    }

    private String firstGroup(String value) {
        Matcher m = Pattern.compile(pattern).matcher(value);
        return m.find() && m.groupCount() > 0 && m.group(1) != null ? m.group(1) : "";
    }

    /// The part of an address before its port; brackets of IPv6 stay.
    public static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 || address.endsWith("]") ? address : address.substring(0, colon);
    }
}
