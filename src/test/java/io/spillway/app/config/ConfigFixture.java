package io.spillway.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/// A folder with the files that configurations refer to, and the variables that they name.
final class ConfigFixture {
    static final String TOKEN = "s3cret token";

    private static final String STORE_PASSWORD = "changeit";

    private final Path folder;

    ConfigFixture(Path folder) throws IOException {
        this.folder = folder;
        try (InputStream ca = ConfigFixture.class.getResourceAsStream("ca.pem")) {
            Files.write(folder.resolve("ca.pem"), ca.readAllBytes());
        }
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\n");
        try (OutputStream out = Files.newOutputStream(folder.resolve("client.p12"))) {
            char[] password = STORE_PASSWORD.toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            var key =
                    SecretKeyFactory.getInstance("PBE")
                            .generateSecret(new PBEKeySpec(TOKEN.toCharArray()));
            store.setEntry(
                    "token",
                    new KeyStore.SecretKeyEntry(key),
                    new KeyStore.PasswordProtection(password));
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("spillway.yaml"), text);
    }

    @Nullable String environment(String name) {
        return Map.of("PASSWORD", "hunter2", "STORE_PASSWORD", STORE_PASSWORD).get(name);
    }
}
