package io.spillway.app.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads where an access log comes from: a path, or `udp://` and an address on loopback.
final class LogAddressReader {
    private static final Pattern UDP =
            Pattern.compile("udp://(\\[[0-9A-Fa-f:.]+]|[^\\s:/@\\[\\]]+):(\\d{1,9})");

    private static final String FORMS = "the path of a file, or udp://127.0.0.1:PORT";

    private final Path folder;

    /// @param folder relative paths begin here
    LogAddressReader(Path folder) {
        this.folder = folder;
    }

    LogAddress read(String text) throws Unfit {
        Matcher udp = UDP.matcher(text);
        if (udp.matches()) {
            long port = Long.parseLong(udp.group(2));
            if (port < 1 || port > 65535) {
                throw new Unfit(
                        "a port from 1 to 65535", "correct the number after the last colon");
            }
            return new LogAddress.Syslog(text, loopback(udp.group(1)), (int) port);
        }
        if (text.contains("://") || text.matches("(udp|tcp|unix|file|syslog):.*")) {
            throw new Unfit(FORMS, "write the log in one of these forms");
        }
        return new LogAddress.LogFile(text, folder.resolve(Values.path(text)).normalize());
    }

    /// Names are not looked up: what a name means may change.
    private static InetAddress loopback(String host) throws Unfit {
        String literal = host.equals("localhost") ? "127.0.0.1" : host.replaceAll("[\\[\\]]", "");
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            if (address.isLoopbackAddress()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // No address at all.
        }
        throw new Unfit(
                "an address of this machine alone, because whoever reaches the port can write into"
                        + " the log",
                "write udp://127.0.0.1:PORT, and let a syslog daemon here pass on what comes from"
                        + " elsewhere");
    }
}
