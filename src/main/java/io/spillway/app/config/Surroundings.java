package io.spillway.app.config;

import io.spillway.app.secret.StoreException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// What a configuration refers to outside itself: files and secrets.
///
/// @param folder relative paths begin here
/// @param environment gives the secret of a name, null where there is none
record Surroundings(Path folder, Function<String, @Nullable String> environment) {
    /// A secret by name.
    Secret variable(String name) throws Unfit {
        String value;
        try {
            value = environment.apply(name);
        } catch (StoreException e) {
            throw new Unfit("a secret that can be read", String.valueOf(e.getMessage()));
        }
        if (value == null || value.isEmpty()) {
            throw new Unfit(
                    "the environment variable to be set, or a secret of that name to be kept, and"
                            + " neither is",
                    "write spillway secret set %1$s, or before Spillway starts export %1$s=…"
                            .formatted(name));
        }
        return new Secret(value);
    }

    /// A file that can be read.
    Path file(String text) throws Unfit {
        Path path = folder.resolve(Values.path(text)).normalize();
        if (!Files.isRegularFile(path)) {
            throw new Unfit(
                    "a file, and there is none at " + path, "create it or correct the path");
        }
        if (!Files.isReadable(path)) {
            throw new Unfit("a file that may be read", "grant Spillway the right to read " + path);
        }
        return path;
    }

    /// A PEM file that holds a certificate.
    Path certificates(String text) throws Unfit {
        Path path = file(text);
        boolean some;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            some = !CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty();
        } catch (IOException | GeneralSecurityException e) {
            some = false;
        }
        if (!some) {
            throw new Unfit(
                    "a PEM file with at least one certificate",
                    "name the file of the authority's certificate");
        }
        return path;
    }

    /// A key store that opens with its password.
    KeyStoreFile keyStore(Path file, Secret password) throws Unfit {
        KeyStoreFile store = new KeyStoreFile(file, password);
        open(store);
        return store;
    }

    /// A secret that is kept in a key store under a name.
    Secret entry(KeyStoreFile store, String name) throws Unfit {
        Unfit unfit =
                new Unfit(
                        "the name of a secret in the key store",
                        "store it: keytool -importpass -storetype PKCS12 -alias NAME -keystore FILE");
        try {
            char[] password = store.password().reveal().toCharArray();
            if (open(store).getKey(name, password) instanceof SecretKey key) {
                return new Secret(new String(key.getEncoded(), StandardCharsets.UTF_8));
            }
            throw unfit;
        } catch (GeneralSecurityException e) {
            throw unfit;
        }
    }

    private static KeyStore open(KeyStoreFile store) throws Unfit {
        try {
            return store.open();
        } catch (IOException | GeneralSecurityException e) {
            throw new Unfit(
                    "a PKCS #12 or JKS key store that opens with its password",
                    "correct the file or the password");
        }
    }
}
