package io.spillway.app.setup;

import java.io.IOException;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/// A certificate and its key.
record Issued(PrivateKey key, X509Certificate certificate) {
    Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    String certificatePem() throws IOException, CertificateEncodingException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    String keyPem() throws IOException {
        return pem(Authority.KEY_PEM, key.getEncoded());
    }

    private static String pem(String what, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter out = new PemWriter(text)) {
            out.writeObject(new PemObject(what, content));
        }
        return text.toString();
    }
}
