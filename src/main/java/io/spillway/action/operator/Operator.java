package io.spillway.action.operator;

import java.text.Normalizer;
import java.util.Locale;

/// A person with a secret.
///
/// @param name as configured
/// @param hash of the person's secret, see [SecretHash]
/// @param role what the person may do
public record Operator(String name, String hash, Role role) {
    /// One who may act.
    public Operator(String name, String hash) {
        this(name, hash, Role.OPERATE);
    }

    /// True if two names are the same person's: capitals, spaces around and the form of accents
    /// make no difference.
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /// A name without what makes no difference.
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Operator[name=%s, hash hidden, role=%s]".formatted(name, role);
    }
}
