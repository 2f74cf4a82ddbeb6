package io.spillway.app.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// An authority that was made before.
final class AuthorityFiles {
    static final String CERTIFICATE = "ca.crt";
    static final String KEY = "ca.key";

    private AuthorityFiles() {}

    /// Empty where the folder holds none.
    ///
    /// @throws SetupException if it is only there in part, of another kind, or out of date
    static Optional<Authority> read(Path folder, Instant now) throws SetupException {
        Path certificate = folder.resolve(CERTIFICATE);
        Path key = folder.resolve(KEY);
        if (Files.notExists(certificate) && Files.notExists(key)) {
            return Optional.empty();
        }
        try {
            Issued own = new Issued(key(key), certificate(certificate, now));
            return Optional.of(new Authority(own, now));
        } catch (NoSuchFileException e) {
            throw new SetupException(
                    e.getFile()
                            + " is missing, and nothing can be signed without it: bring it back, or"
                            + " name another folder",
                    e);
        } catch (IOException | GeneralSecurityException e) {
            throw new SetupException(
                    "%s and %s are no authority that can sign now (%s): make a new one in another folder"
                            .formatted(certificate, key, e.getMessage()),
                    e);
        }
    }

    private static X509Certificate certificate(Path file, Instant now)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            var read =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in);
            read.checkValidity(Date.from(now));
            if (read.getBasicConstraints() < 0) {
                throw new CertificateException("the certificate may not sign others");
            }
            return read;
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        try (Reader text = Files.newBufferedReader(file);
                PemReader in = new PemReader(text)) {
            PemObject read = in.readPemObject();
            if (read == null || !read.getType().equals(Authority.KEY_PEM)) {
                throw new IOException("the key is not in PKCS #8 without a password");
            }
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(read.getContent()));
        }
    }
}
