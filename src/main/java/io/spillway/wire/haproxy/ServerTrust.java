package io.spillway.wire.haproxy;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Checks a balancer's certificate in two steps, chain first and name second, so that the two
/// failures can be told apart. One for each connection.
final class ServerTrust extends X509ExtendedTrustManager {
    /// The chain does not lead to the CA, or is not valid now.
    static final class UntrustedException extends CertificateException {
        private static final long serialVersionUID = 1L;

        UntrustedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The chain is good; the certificate is for another name.
    static final class WrongNameException extends CertificateException {
        private static final long serialVersionUID = 1L;

        WrongNameException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final X509ExtendedTrustManager delegate;
    private volatile boolean satisfied;

    ServerTrust(X509ExtendedTrustManager delegate) {
        this.delegate = delegate;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, type);
        try {
            delegate.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            throw new WrongNameException(names(chain[0]), e);
        }
        satisfied = true;
    }

    /// True once the balancer has shown a certificate that will do.
    boolean satisfied() {
        return satisfied;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        try {
            delegate.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            throw new UntrustedException(why(chain[0], e), e);
        }
    }

    private static String why(X509Certificate certificate, Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException) {
                return "has expired on " + certificate.getNotAfter().toInstant();
            }
            if (t instanceof CertificateNotYetValidException) {
                return "is valid only from " + certificate.getNotBefore().toInstant();
            }
        }
        return "was issued by %s, which the configured CA file does not vouch for"
                .formatted(certificate.getIssuerX500Principal().getName());
    }

    private static String names(X509Certificate certificate) throws CertificateException {
        var alternatives = Optional.ofNullable(certificate.getSubjectAlternativeNames());
        List<String> names =
                alternatives.stream()
                        .flatMap(all -> all.stream())
                        .map(pair -> pair.get(1).toString())
                        .toList();
        return names.isEmpty()
                ? certificate.getSubjectX500Principal().getName()
                : String.join(", ", names);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("Only sockets are served.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("Only servers are checked.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }
}
