package io.spillway.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Gathers everything that is wrong with a file, so that all of it can be said at once.
final class Mistakes {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final List<Mistake> all = new ArrayList<>();

    private record Mistake(int line, String text) {}

    /// Notes one mistake.
    ///
    /// @param line where, from 1
    /// @param found what stands there
    /// @param expected what should
    /// @param todo what to do
    void add(int line, String found, String expected, String todo) {
        String text = found + ", expected " + expected + "; " + todo;
        all.add(new Mistake(line, CONTROL.matcher(text).replaceAll(" ")));
    }

    /// Throws if anything was noted.
    ///
    /// @param file as users named it
    void throwIfAny(String file) throws ConfigException {
        if (!all.isEmpty()) {
            throw new ConfigException(
                    all.stream()
                            .sorted(Comparator.comparingInt(Mistake::line))
                            .map(m -> file + ":" + m.line() + ": " + m.text())
                            .distinct()
                            .toList());
        }
    }
}
