package io.spillway.app.config;

import io.spillway.ui.kit.Motion;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads single values; each method says what it expects of the text.
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?) ?%");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?) ?x");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern ENV = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern REMOTE = Pattern.compile("/[A-Za-z0-9_./:+~-]*");
    private static final Pattern PORT =
            Pattern.compile("(tcp|tls)://(\\[[0-9A-Fa-f:.]+]|[^\\s:/@\\[\\]]+):(\\d{1,9})");

    private Values() {}

    static String any(String text) throws Unfit {
        if (text.isBlank()) {
            throw new Unfit("some text", "write it, or leave the key out");
        }
        return text;
    }

    static String name(String text) throws Unfit {
        if (!NAME.matcher(text).matches()) {
            throw new Unfit(
                    "a name of 1 to 64 letters, digits and . _ : -",
                    "choose a name without other characters");
        }
        return text;
    }

    static Duration poll(String text) throws Unfit {
        return duration(text, Duration.ofMillis(250), Duration.ofSeconds(60), "1s");
    }

    static Duration deadline(String text) throws Unfit {
        return duration(text, Duration.ofMillis(50), Duration.ofSeconds(60), "800ms");
    }

    /// A duration within bounds.
    static Duration duration(String text, Duration low, Duration high, String example)
            throws Unfit {
        Matcher m = DURATION.matcher(text);
        if (m.matches()) {
            long count = Long.parseLong(m.group(1));
            Duration value =
                    switch (m.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        default -> Duration.ofMinutes(count);
                    };
            if (value.compareTo(low) >= 0 && value.compareTo(high) <= 0) {
                return value;
            }
        }
        throw new Unfit(
                "a duration from %dms to %ds with its unit (ms, s or m)"
                        .formatted(low.toMillis(), high.toSeconds()),
                "write for example " + example);
    }

    /// A percentage above 0, as a share.
    static double percent(String text) throws Unfit {
        Matcher m = PERCENT.matcher(text);
        double value = m.matches() ? Double.parseDouble(m.group(1)) : 0;
        if (value <= 0 || value > 100) {
            throw new Unfit("a percentage above 0% and up to 100%", "write for example 90%");
        }
        return value / 100;
    }

    /// A percentage from 0 on, as a share.
    static double share(String text) throws Unfit {
        Matcher m = PERCENT.matcher(text);
        double value = m.matches() ? Double.parseDouble(m.group(1)) : -1;
        if (value < 0 || value > 100) {
            throw new Unfit("a percentage from 0% to 100%", "write for example 40%");
        }
        return value / 100;
    }

    /// What one request costs, relative to others.
    static double cost(String text) throws Unfit {
        double value = text.matches("\\d{1,3}(\\.\\d{1,3})?") ? Double.parseDouble(text) : 0;
        if (value <= 0) {
            throw new Unfit("a number above 0 and up to 999", "write for example 2.5");
        }
        return value;
    }

    /// A path at the balancer.
    static String remotePath(String text) throws Unfit {
        if (!REMOTE.matcher(text).matches()) {
            throw new Unfit(
                    "an absolute path of letters, digits and . _ / : + ~ -",
                    "write it exactly as HAProxy's configuration does");
        }
        return text;
    }

    /// How many times the usual load.
    static double times(String text) throws Unfit {
        Matcher m = TIMES.matcher(text);
        double value = m.matches() ? Double.parseDouble(m.group(1)) : 0;
        if (value <= 1 || value > 100) {
            throw new Unfit(
                    "how many times the usual load, above 1x and up to 100x",
                    "write for example 3x");
        }
        return value;
    }

    static int count(String text) throws Unfit {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1) {
            throw new Unfit("a whole number from 1 on", "write for example 2");
        }
        return Integer.parseInt(text);
    }

    /// A port of this machine that needs no rights.
    static int ownPort(String text) throws Unfit {
        if (!text.matches("\\d{4,5}")
                || Integer.parseInt(text) < 1024
                || Integer.parseInt(text) > 65_535) {
            throw new Unfit("a port from 1024 to 65535", "write for example 9797");
        }
        return Integer.parseInt(text);
    }

    static Locale language(String text) throws Unfit {
        return switch (text) {
            case "en" -> Locale.ENGLISH;
            case "ja" -> Locale.JAPANESE;
            default -> throw new Unfit("en or ja", "write one of the two, or leave the key out");
        };
    }

    static ThemeChoice theme(String text) throws Unfit {
        return switch (text) {
            case "system" -> ThemeChoice.SYSTEM;
            case "night" -> ThemeChoice.NIGHT;
            case "day" -> ThemeChoice.DAY;
            default -> throw new Unfit("system, night or day", "write one of the three");
        };
    }

    static Motion motion(String text) throws Unfit {
        return switch (text) {
            case "system" -> Motion.SYSTEM;
            case "full" -> Motion.FULL;
            case "reduced" -> Motion.REDUCED;
            default -> throw new Unfit("system, full or reduced", "write one of the three");
        };
    }

    static boolean yes(String text) throws Unfit {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unfit("true or false", "write one of the two");
        };
    }

    static double speed(String text) throws Unfit {
        double value = text.matches("\\d{1,4}(\\.\\d{1,6})?") ? Double.parseDouble(text) : 0;
        if (value <= 0 || value > 1000) {
            throw new Unfit("a number above 0 and up to 1000", "write for example 20");
        }
        return value;
    }

    static URI url(String text) throws Unfit {
        Unfit unfit = new Unfit("an address http://HOST… or https://HOST…", "write it out in full");
        try {
            URI uri = new URI(text);
            if (uri.getRawUserInfo() != null) {
                throw new Unfit(
                        "holds a user or a password",
                        "an address without them",
                        "use the keys username and password: {env: NAME}");
            }
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            boolean web = scheme.matches("(?i)https?");
            if (!web || uri.getHost() == null || uri.getPort() > 65535 || uri.getPort() == 0) {
                throw unfit;
            }
            return uri;
        } catch (URISyntaxException e) {
            throw unfit;
        }
    }

    static Address address(String text) throws Unfit {
        if (text.startsWith("unix:")) {
            String path = text.substring("unix:".length());
            if (path.startsWith("/")) {
                return new Address.Unix(text, Path.of(path));
            }
            throw new Unfit("an absolute path after unix:", "write unix:/PATH");
        }
        Matcher m = PORT.matcher(text);
        if (!m.matches()) {
            throw new Unfit(
                    "unix:/PATH, tcp://HOST:PORT or tls://HOST:PORT",
                    "write the address of the Runtime API in one of these forms");
        }
        long port = Long.parseLong(m.group(3));
        if (port < 1 || port > 65535) {
            throw new Unfit("a port from 1 to 65535", "correct the number after the last colon");
        }
        String host = m.group(2).replace("[", "").replace("]", "");
        return new Address.Port(text, host, (int) port, m.group(1).equals("tls"));
    }

    static String pattern(String text) throws Unfit {
        try {
            if (Pattern.compile(text).matcher("").groupCount() >= 1) {
                return text;
            }
            throw new Unfit(
                    "a regular expression whose first group is the server's name",
                    "put ( ) around the part that is the name");
        } catch (PatternSyntaxException e) {
            throw new Unfit(
                    "a regular expression (%s)"
                            .formatted(e.getDescription().toLowerCase(Locale.ROOT)),
                    "correct it near character " + (Math.max(0, e.getIndex()) + 1));
        }
    }

    static String environment(String text) throws Unfit {
        if (!ENV.matcher(text).matches()) {
            throw new Unfit(
                    "does not name an environment variable",
                    "letters, digits and _",
                    "write the name alone, without $");
        }
        return text;
    }

    static Instant instant(String text) throws Unfit {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Unfit("a time in UTC", "write for example 2026-11-22T13:00:00Z");
        }
    }

    static ScenarioName scenario(String text) throws Unfit {
        return ScenarioName.of(text)
                .orElseThrow(() ->
                        new Unfit(
                                "one of " + String.join(", ", ScenarioName.words()),
                                Nearest.of(text, ScenarioName.words())
                                        .map(word -> "write " + word)
                                        .orElse("choose one of them")));
    }

    static Path path(String text) throws Unfit {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw new Unfit("a path", "write the path of a file");
        }
        return Path.of(text);
    }
}
