package io.spillway.app.config;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/// A key store that was seen to open with its password.
///
/// @param file PKCS #12 or JKS
/// @param password opens the store and its entries
public record KeyStoreFile(Path file, Secret password) {
    /// Opens the store anew.
    ///
    /// @throws IOException if it cannot be read, or the password is wrong
    /// @throws GeneralSecurityException if it is damaged
    public KeyStore open() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), password.reveal().toCharArray());
    }
}
