package io.spillway.wire.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What a failed TLS handshake means to operators.
public final class TlsTrouble {
    private TlsTrouble() {}

    /// The rest of a sentence that begins with the server's name.
    public static String sentence(SSLException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return " shows a certificate for another name: write the address with a name that the"
                    + " certificate holds.";
        }
        if (has(e, CertificateExpiredException.class)) {
            return " shows a certificate that has expired: renew it.";
        }
        if (has(e, CertificateNotYetValidException.class)) {
            return " shows a certificate that is not valid yet: check the clocks.";
        }
        if (has(e, CertPathBuilderException.class) || has(e, CertPathValidatorException.class)) {
            return " shows a certificate of a CA that is not trusted: name its CA's PEM file under"
                    + " `ca`.";
        }
        String text = String.valueOf(e.getMessage());
        if (text.contains("Unsupported or unrecognized SSL message")) {
            return " does not speak TLS: write the address with http://.";
        }
        return " failed to agree on TLS (" + text + "): compare both sides' TLS settings.";
    }

    private static boolean has(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
