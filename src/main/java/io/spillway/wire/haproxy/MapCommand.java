package io.spillway.wire.haproxy;

import java.util.regex.Pattern;

/// Commands for HAProxy's maps, which live in memory: the file on disk never changes. A map is
/// named by the path that HAProxy's configuration names it by, because its number changes with the
/// configuration.
///
/// Values are whole numbers only: HAProxy takes `set map F k abc` without a word and keeps the old
/// value. Of a key that was added twice, `set` changes both and `del` removes both.
public final class MapCommand {
    /// No `#` at the start: that would be a number of a map.
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./:+~-]*");

    /// No `#` at the start: that would be the address of an entry.
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:/%~+-]+");

    private MapCommand() {}

    /// All entries: see [MapText].
    public static Command show(String path) {
        return Command.of("show map " + path(path), true);
    }

    /// What a lookup of the key finds, in HAProxy's words.
    public static Command get(String path, String key) {
        return Command.of("get map " + path(path) + " " + key(key), true);
    }

    /// Changes a key that is there; HAProxy refuses one that is not.
    ///
    /// @param value 0 or more
    public static Command set(String path, String key, int value) {
        return Command.of("set map " + entry(path, key, value), false);
    }

    /// Adds a key. If it is there already it then stands twice, so look first.
    ///
    /// @param value 0 or more
    public static Command add(String path, String key, int value) {
        return Command.of("add map " + entry(path, key, value), false);
    }

    /// Removes a key; HAProxy refuses one that is not there.
    public static Command del(String path, String key) {
        return Command.of("del map " + path(path) + " " + key(key), false);
    }

    private static String entry(String path, String key, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "'%s' cannot get %d: a map's values are whole numbers from 0 on"
                            .formatted(key, value));
        }
        return path(path) + " " + key(key) + " " + value;
    }

    private static String path(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no path of a map: letters, digits and . _ / : + ~ - only"
                            .formatted(path));
        }
        return path;
    }

    private static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no key of a map: letters, digits and . _ : / %% ~ + - only"
                            .formatted(key));
        }
        return key;
    }
}
