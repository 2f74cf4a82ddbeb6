package io.spillway.app.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads secrets, which the file may point at but never hold.
final class SecretReader {
    private static final Secret STAND_IN = new Secret("");

    private final Surroundings surroundings;
    private final Mistakes mistakes;

    SecretReader(Surroundings surroundings, Mistakes mistakes) {
        this.surroundings = surroundings;
        this.mistakes = mistakes;
    }

    /// The secret behind a key, null where the key is missing. Never puts a value from the file
    /// into a message: it might be the secret.
    @Nullable Secret read(Fields parent, String key) {
        Node node = parent.node(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Mapping)) {
            String found =
                    node instanceof Node.Nothing ? "is empty" : "holds a secret in plain text";
            parent.wrong(
                    key,
                    found,
                    "a reference to where the secret is kept",
                    "put it into an environment variable and write %s: {env: NAME}".formatted(key));
            return STAND_IN;
        }
        Fields secret = new Fields("the secret", node, Keys.SECRET, mistakes);
        if (secret.has("keyStore")) {
            secret.refuse(List.of("env"), "beside keyStore", "one of the two");
            return entry(secret);
        }
        secret.refuse(List.of("entry"), "without keyStore", "keyStore beside it");
        return secret.required("env", STAND_IN, "SPILLWAY_PASSWORD", this::variable);
    }

    /// The key store behind a key, null where the key is missing.
    @Nullable KeyStoreFile keyStore(Fields parent, String key) {
        Node node = parent.node(key);
        if (node == null) {
            return null;
        }
        Fields fields = new Fields("the key store", node, Keys.KEY_STORE, mistakes);
        var file = fields.required("file", null, "client.p12", surroundings::file);
        Secret password = read(fields, "password");
        if (password == null) {
            fields.missing("password", "{env: SPILLWAY_KEYSTORE}");
        }
        if (file == null || password == null || password == STAND_IN) {
            return null;
        }
        return fields.optional("file", null, _ -> surroundings.keyStore(file, password));
    }

    private Secret entry(Fields secret) {
        KeyStoreFile store = keyStore(secret, "keyStore");
        return secret.required(
                "entry",
                STAND_IN,
                "prometheus",
                name -> store == null ? STAND_IN : surroundings.entry(store, Values.any(name)));
    }

    private Secret variable(String name) throws Unfit {
        return surroundings.variable(Values.environment(name));
    }
}
