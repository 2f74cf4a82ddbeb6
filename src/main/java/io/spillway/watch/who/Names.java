package io.spillway.watch.who;

import org.jspecify.annotations.Nullable;

/// Texts by their hash, so that heavy keys can be named: a table of fixed size in which each place
/// keeps the text that comes most often there (a vote: another text weakens the holder and takes
/// its place when it has no votes left). A rare text may be forgotten, a frequent one is not.
final class Names {
    static final int SOURCE = 1;
    static final int NET = 2;
    static final int AGENT = 3;
    static final int PATH = 4;
    static final int MARK = 5;

    private static final int PLACES = 1 << 14;
    private static final int MOST_VOTES = 10_000;
    private static final int LONGEST = 200;

    private final @Nullable String[] texts;
    private final int[] keys;
    private final short[] votes;

    Names() {
        this(new String[PLACES], new int[PLACES], new short[PLACES]);
    }

    private Names(@Nullable String[] texts, int[] keys, short[] votes) {
        this.texts = texts;
        this.keys = keys;
        this.votes = votes;
    }

    /// The same, unchanged by what is learnt later.
    Names copy() {
        return new Names(texts.clone(), keys.clone(), votes.clone());
    }

    /// The hash of a text of a kind, kept with the text if there is room; 0 for no text.
    int learn(int kind, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int key = mix(text.hashCode() + kind * 0x9E3779B9);
        int at = key & PLACES - 1;
        if (keys[at] == key && votes[at] > 0) {
            votes[at] = (short) Math.min(votes[at] + 1, MOST_VOTES);
        } else if (votes[at] > 0) {
            votes[at]--;
        } else {
            keys[at] = key;
            votes[at] = 1;
            texts[at] = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        }
        return key;
    }

    /// The text, or empty if it was forgotten.
    String of(int key) {
        String text = texts[key & PLACES - 1];
        return keys[key & PLACES - 1] == key && text != null ? text : "";
    }

    /// Spreads the bits of a number over all of it.
    static int mix(int value) {
        int mixed = value;
        mixed = (mixed ^ mixed >>> 16) * 0x7feb352d;
        mixed = (mixed ^ mixed >>> 15) * 0x846ca68b;
        mixed ^= mixed >>> 16;
        return mixed == 0 ? 1 : mixed;
    }
}
