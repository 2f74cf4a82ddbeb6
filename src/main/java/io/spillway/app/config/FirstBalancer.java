package io.spillway.app.config;

import io.spillway.app.secret.StoreException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the balancer of a first configuration is reached.
public sealed interface FirstBalancer {
    String NAME = "lb-1";

    /// As written in the configuration.
    String text();

    /// What it comes to, to be tried.
    BalancerConfig config(Duration deadline);

    /// Its keys in the file.
    List<String> lines();

    /// Reads an address as somebody typed it.
    ///
    /// @param text of a Runtime API, or of a statistics page as CSV
    /// @param keys for `tls://`
    /// @throws ConfigException with a sentence, if it is neither
    static FirstBalancer at(String text, @Nullable ClientKeys keys) throws ConfigException {
        try {
            return isPage(text) ? new Page(Values.url(text)) : new Api(Values.address(text), keys);
        } catch (Unfit unfit) {
            throw new ConfigException(List.of(FirstConfig.sentence("HAProxy", text, unfit)));
        }
    }

    /// True for a statistics page.
    static boolean isPage(String text) {
        return text.startsWith("http") && text.endsWith(";csv");
    }

    /// Who we are over TLS, and whom we trust.
    ///
    /// @param variable the environment variable that holds the key store's password
    record ClientKeys(KeyStoreFile store, String variable, Path ca) {
        /// The variable of which setup speaks.
        public static final String USUAL = "SPILLWAY_KEYSTORE";

        /// With the password that a variable holds.
        ///
        /// @param environment gives the secret of a name, null where there is none
        /// @throws ConfigException with a sentence, if there is none
        public static ClientKeys of(
                Path store,
                Path ca,
                String variable,
                Function<String, @Nullable String> environment)
                throws ConfigException {
            String password;
            try {
                password = environment.apply(variable);
            } catch (StoreException e) {
                throw new ConfigException(
                        List.of(
                                "The key store's password cannot be read: %s."
                                        .formatted(e.getMessage())));
            }
            if (password == null || password.isEmpty()) {
                throw new ConfigException(
                        List.of(
                                "The key store's password is looked for under the name %1$s, and there is none: write `spillway secret set %1$s`, or set that environment variable before Spillway starts."
                                        .formatted(variable)));
            }
            Path file = store.toAbsolutePath().normalize();
            return new ClientKeys(
                    new KeyStoreFile(file, new Secret(password)),
                    variable,
                    ca.toAbsolutePath().normalize());
        }
    }

    /// Reads and writes.
    ///
    /// @param keys null without TLS
    record Api(Address address, @Nullable ClientKeys keys) implements FirstBalancer {
        /// Keys are of use over TLS only.
        public Api {
            keys = address instanceof Address.Port port && port.tls() ? keys : null;
        }

        @Override
        public String text() {
            return address.text();
        }

        @Override
        public BalancerConfig config(Duration deadline) {
            return keys == null
                    ? new BalancerConfig.RuntimeApi(NAME, address, null, null, null, deadline)
                    : new BalancerConfig.RuntimeApi(
                            NAME, address, keys.store(), keys.ca(), null, deadline);
        }

        @Override
        public List<String> lines() {
            String at = "address: " + FirstConfig.quoted(text());
            return keys == null
                    ? List.of(at)
                    : List.of(
                            at,
                            "keyStore: {file: %s, password: {env: %s}}"
                                    .formatted(
                                            FirstConfig.quoted(keys.store().file().toString()),
                                            keys.variable()),
                            "ca: " + FirstConfig.quoted(keys.ca().toString()));
        }
    }

    /// Reads only.
    record Page(URI stats) implements FirstBalancer {
        @Override
        public String text() {
            return stats.toString();
        }

        @Override
        public BalancerConfig config(Duration deadline) {
            return new BalancerConfig.StatsPage(NAME, stats, null, null, deadline);
        }

        @Override
        public List<String> lines() {
            return List.of("stats: " + FirstConfig.quoted(text()));
        }
    }
}
