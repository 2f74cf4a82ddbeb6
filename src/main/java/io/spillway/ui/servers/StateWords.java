package io.spillway.ui.servers;

import io.spillway.ui.kit.Words;
import java.util.Locale;

/// How a server stands.
///
/// @param word the stable one, by which a filter may ask in any language
/// @param text as shown
record StateWords(String word, String text) {
    static StateWords of(String word, Object... arguments) {
        return new StateWords(word, Words.of("servers.state-" + word, arguments));
    }

    /// The same with something said after it.
    StateWords and(String more) {
        return new StateWords(word, text + " · " + more);
    }

    /// The same of one balancer only.
    StateWords at(String balancer) {
        return new StateWords(word, Words.of("servers.on", text, balancer));
    }

    /// True if it is asked for.
    ///
    /// @param asked in lower case
    boolean has(String asked) {
        return word.contains(asked) || text.toLowerCase(Locale.ROOT).contains(asked);
    }
}
