package io.spillway.source.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Reads label sets. Engines answer the same series in the same order poll after poll, so each set
/// is compared with the one expected in its place, and taken from there without making a string.
final class LabelReader {
    private static final String NAME = "__name__";
    private final List<String> matched = new ArrayList<>();

    /// Reads the object the parser stands at the start of; `__name__` is left out.
    ///
    /// @param expected the label set that probably comes, null if none is
    Map<String, String> read(JsonParser json, @Nullable Map<String, String> expected) {
        Map<String, String> guess = expected == null ? Map.of() : expected;
        Map<String, String> own = null;
        matched.clear();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals(NAME)) {
                continue;
            }
            if (own == null && same(json, guess.get(name))) {
                matched.add(name);
                continue;
            }
            if (own == null) {
                own = soFar(guess);
            }
            own.put(name, json.getString());
        }
        if (own == null) {
            if (matched.size() == guess.size()) {
                return guess;
            }
            own = soFar(guess);
        }
        return Map.copyOf(own);
    }

    private Map<String, String> soFar(Map<String, String> guess) {
        Map<String, String> own = new HashMap<>();
        for (String name : matched) {
            own.put(name, guess.getOrDefault(name, ""));
        }
        return own;
    }

    private static boolean same(JsonParser json, @Nullable String expected) {
        if (expected == null || expected.length() != json.getStringLength()) {
            return false;
        }
        char[] chars = json.getStringCharacters();
        int offset = json.getStringOffset();
        for (int i = 0; i < expected.length(); i++) {
            if (chars[offset + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
