package io.spillway.wire.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Trust in the certificates of a PEM file and in no others.
public final class TrustFile {
    private TrustFile() {}

    /// Reads the file.
    ///
    /// @throws IOException with one sentence for operators
    public static X509TrustManager read(Path pem) throws IOException {
        Collection<? extends Certificate> certificates;
        try (InputStream in = Files.newInputStream(pem)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "The CA file " + pem + " does not exist: correct `ca` or create it.", e);
        } catch (IOException e) {
            throw new IOException(
                    "The CA file " + pem + " cannot be read: allow this user to read it.", e);
        } catch (GeneralSecurityException e) {
            throw notPem(pem, e);
        }
        if (certificates.isEmpty()) {
            throw notPem(pem, null);
        }
        try {
            return trusting(certificates);
        } catch (GeneralSecurityException e) {
            throw notPem(pem, e);
        }
    }

    private static X509TrustManager trusting(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int i = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca-" + i++, certificate);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }

    private static IOException notPem(Path pem, @Nullable Throwable cause) {
        return new IOException(
                "The CA file "
                        + pem
                        + " holds no certificate: it must be PEM, with lines that say BEGIN"
                        + " CERTIFICATE.",
                cause);
    }
}
