package io.spillway.wire.haproxy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// What a TLS connection needs to know: who we are, whom we trust, whom we expect. Only the given
/// CA counts, never the system's own.
public final class ClientTls {
    private final KeyManager[] keys;
    private final X509ExtendedTrustManager authorities;
    private final @Nullable X509Certificate own;
    private final @Nullable String serverName;

    private ClientTls(
            KeyManager[] keys,
            X509ExtendedTrustManager authorities,
            @Nullable X509Certificate own,
            @Nullable String serverName) {
        this.keys = keys;
        this.authorities = authorities;
        this.own = own;
        this.serverName = serverName;
    }

    /// Loads key and CA.
    ///
    /// @param keyStore PKCS12 with our private key and certificate; null for none
    /// @param password of the key store
    /// @param ca PEM file with the certificates that may sign the balancer's
    /// @param serverName the name the balancer's certificate must carry; null means the endpoint's
    ///   host
    /// @throws WireException of kind [WireException.Kind#KEYS]
    public static ClientTls load(
            @Nullable Path keyStore, char[] password, Path ca, @Nullable String serverName)
            throws WireException {
        try {
            X509ExtendedTrustManager authorities = trustOnly(certificates(ca));
            if (keyStore == null) {
                return new ClientTls(new KeyManager[0], authorities, null, serverName);
            }
            KeyStore store = open(keyStore, password);
            X509Certificate own = certificate(store, keyStore);
            return new ClientTls(keyManagers(store, password), authorities, own, serverName);
        } catch (GeneralSecurityException | IOException e) {
            throw new WireException(
                    WireException.Kind.KEYS, "TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /// A context for one connection, so that nothing of an earlier one is resumed and `trust` tells
    /// of this one alone.
    SSLContext context(ServerTrust trust) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    ServerTrust trust() {
        return new ServerTrust(authorities);
    }

    /// The name the balancer's certificate must carry.
    String serverName(String host) {
        return serverName == null ? host : serverName;
    }

    /// The subject of our own certificate, empty if we have none.
    String clientName() {
        return own == null ? "" : own.getSubjectX500Principal().getName();
    }

    /// True if our own certificate is out of date.
    boolean expired() {
        try {
            if (own != null) {
                own.checkValidity();
            }
            return false;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return true;
        }
    }

    private static Collection<? extends Certificate> certificates(Path ca) throws WireException {
        try (InputStream in = Files.newInputStream(ca)) {
            var all = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!all.isEmpty()) {
                return all;
            }
        } catch (NoSuchFileException e) {
            throw keys(ca, "there is no such CA file; correct the path", e);
        } catch (IOException e) {
            throw keys(ca, "the CA file cannot be read (" + e.getMessage() + ")", e);
        } catch (GeneralSecurityException e) {
            throw keys(ca, "the CA file holds no PEM certificate; export the CA as PEM", e);
        }
        throw keys(ca, "the CA file holds no PEM certificate; export the CA as PEM", null);
    }

    private static KeyStore open(Path file, char[] password) throws WireException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (NoSuchFileException e) {
            throw keys(file, "there is no such key store; correct the path", e);
        } catch (IOException e) {
            String why =
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "the password of the key store is wrong"
                            : "the key store cannot be read; it must be PKCS #12 (.p12) or JKS";
            throw keys(file, why, e);
        } catch (GeneralSecurityException e) {
            throw keys(file, "the key store cannot be used (" + e.getMessage() + ")", e);
        }
    }

    private static KeyManager[] keyManagers(KeyStore store, char[] password)
            throws GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static X509ExtendedTrustManager trustOnly(Collection<? extends Certificate> ca)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate each : ca) {
            store.setCertificateEntry("ca" + number++, each);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private static X509Certificate certificate(KeyStore store, Path file)
            throws GeneralSecurityException, WireException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate own) {
                return own;
            }
        }
        throw keys(file, "the key store holds no private key; export key and certificate", null);
    }

    private static WireException keys(Path file, String why, @Nullable Exception cause) {
        String message = file + ": " + why + ".";
        return cause == null
                ? new WireException(WireException.Kind.KEYS, message)
                : new WireException(WireException.Kind.KEYS, message, cause);
    }
}
