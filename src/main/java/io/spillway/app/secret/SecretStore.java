package io.spillway.app.secret;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One place that keeps secrets by name. Used by one thread at a time; every method throws
/// [StoreException] where the place cannot be used.
interface SecretStore {
    /// For people: "the login keychain".
    String place();

    /// The secret, null if there is none of that name.
    @Nullable String get(String name);

    /// Keeps a secret, in place of one that has its name.
    void put(String name, String secret);

    /// True if there was one.
    boolean remove(String name);

    /// Names alone, sorted.
    List<String> names();
}
