package io.spillway.app.secret;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Secrets by name, wherever they are kept. Blocks: a key store may ask a person. Every method but
/// the first few throws [StoreException] where a store cannot be used.
public final class Secrets {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Function<String, @Nullable String> environment;
    private final Supplier<List<SecretStore>> stores;

    Secrets(Function<String, @Nullable String> environment, Supplier<List<SecretStore>> stores) {
        this.environment = environment;
        this.stores = stores;
    }

    /// Those of this user and computer.
    ///
    /// @param system the name of the operating system as Java gives it
    /// @param folder of the encrypted file; need not be there yet
    /// @param environment gives the value of an environment variable, null where it is not set
    public static Secrets of(
            String system, Path folder, Function<String, @Nullable String> environment) {
        Runner runner = new Programs(PATIENCE);
        return new Secrets(environment, () -> stores(system, folder, environment, runner));
    }

    /// The platform's key store first, if it answers and no passphrase asks for the file.
    static List<SecretStore> stores(
            String system,
            Path folder,
            Function<String, @Nullable String> environment,
            Runner runner) {
        String low = system.toLowerCase(Locale.ROOT);
        List<SecretStore> stores = new ArrayList<>();
        boolean own = set(environment, SealingKeys.VARIABLE);
        if (!own && low.startsWith("mac")) {
            stores.add(new Keychain(runner));
        } else if (!own
                && low.startsWith("linux")
                && set(environment, "DBUS_SESSION_BUS_ADDRESS")) {
            SecretService service = new SecretService(runner);
            if (service.answers()) {
                stores.add(service);
            }
        }
        Wrapping wrapping = low.startsWith("windows") ? Wrapping.DPAPI : Wrapping.PLAIN;
        Path key = folder.resolve("secrets.key");
        stores.add(
                new SecretFile(
                        folder.resolve("secrets.json"),
                        new SealingKeys(key, wrapping, environment, runner)));
        return stores;
    }

    private static boolean set(Function<String, @Nullable String> environment, String name) {
        String value = environment.apply(name);
        return value != null && !value.isEmpty();
    }

    /// True for what can name a secret: the name of an environment variable, up to 64 characters.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// True if the environment holds one of that name, which comes before all others.
    public boolean inEnvironment(String name) {
        return set(environment, name);
    }

    /// The secret itself, from the environment, else from a store; null if there is none.
    public @Nullable String value(String name) {
        if (inEnvironment(name)) {
            return environment.apply(name);
        }
        // No store holds what cannot be named.
        for (SecretStore store : isName(name) ? stores.get() : List.<SecretStore>of()) {
            String value = store.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// The secret for a configuration that comes from elsewhere: out of the environment alone, so
    /// that whoever writes it cannot have what is kept here sent to them.
    ///
    /// @throws StoreException if the environment has none, or it is what opens the kept ones
    public String outside(String name) {
        String value = name.equals(SealingKeys.VARIABLE) ? null : environment.apply(name);
        if (value == null || value.isEmpty()) {
            throw new StoreException(
                    "a configuration from an address takes no kept secrets, and not %s: set another variable before Spillway starts"
                            .formatted(SealingKeys.VARIABLE));
        }
        return value;
    }

    /// Where [#value] finds it, in words: "the environment"; null if nowhere.
    public @Nullable String origin(String name) {
        if (inEnvironment(name)) {
            return "the environment";
        }
        for (SecretStore store : isName(name) ? stores.get() : List.<SecretStore>of()) {
            if (store.get(name) != null) {
                return store.place();
            }
        }
        return null;
    }

    /// Keeps a secret in the best store that there is, and in no other.
    ///
    /// @param name for which [#isName] holds
    /// @return where, in words
    public String put(String name, String secret) {
        List<SecretStore> all = stores.get();
        SecretStore best = all.getFirst();
        best.put(name, secret);
        try {
            all.subList(1, all.size()).forEach(store -> store.remove(name));
        } catch (StoreException e) {
            throw new StoreException(
                    "%s is kept in %s, but an older one may be left elsewhere: %s"
                            .formatted(name, best.place(), e.getMessage()),
                    e);
        }
        return best.place();
    }

    /// Removes it from every store.
    ///
    /// @return where it was, in words; empty if nowhere
    public List<String> remove(String name) {
        return stores.get().stream()
                .filter(store -> store.remove(name))
                .map(SecretStore::place)
                .toList();
    }

    /// Every name with its place in words, without values.
    public SortedMap<String, String> list() {
        SortedMap<String, String> places = new TreeMap<>();
        for (SecretStore store : stores.get()) {
            store.names().forEach(name -> places.putIfAbsent(name, store.place()));
        }
        return places;
    }
}
