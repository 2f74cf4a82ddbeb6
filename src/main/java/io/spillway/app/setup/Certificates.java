package io.spillway.app.setup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the certificates for mutual TLS in front of a Runtime API.
public final class Certificates {
    private static final String ALPHABET =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// More than 128 bits.
    private static final int PASSWORD_LENGTH = 24;

    private Certificates() {}

    /// What to make.
    ///
    /// @param folder where to; an authority that lies there signs, else one is made
    /// @param servers names and addresses of one balancer, the first names its file; empty for none
    /// @param operators get a key store each
    /// @param life how long the balancer's and the operators' certificates are valid, at most as
    ///   long as the authority's
    public record Request(
            Path folder, List<HostName> servers, List<OperatorName> operators, Duration life) {
        public Request {
            servers = List.copyOf(servers);
            operators = List.copyOf(operators);
        }
    }

    /// A file that was made.
    ///
    /// @param what what it is, and whose
    /// @param until the end of its validity, null where there is none
    public record Made(Path file, String what, @Nullable Instant until) {}

    /// Makes all of it, or nothing.
    ///
    /// @param now when its validity begins
    public static List<Made> make(Request request, Instant now) throws SetupException {
        Optional<Authority> there = AuthorityFiles.read(request.folder(), now);
        try {
            OwnFiles files = new OwnFiles(request.folder());
            List<Made> made = new ArrayList<>();
            Authority authority = there.isPresent() ? there.get() : Authority.make(now);
            if (there.isEmpty()) {
                Issued own = authority.own();
                made.add(
                        text(
                                files,
                                AuthorityFiles.CERTIFICATE,
                                own.certificatePem(),
                                "the authority, for both sides",
                                own.until()));
                made.add(
                        text(
                                files,
                                AuthorityFiles.KEY,
                                own.keyPem(),
                                "its key: keep it off the balancers",
                                null));
            }
            if (!request.servers().isEmpty()) {
                Issued server = authority.server(request.servers(), request.life());
                made.add(
                        text(
                                files,
                                request.servers().getFirst().fileName() + ".pem",
                                server.certificatePem() + server.keyPem(),
                                "the balancer's certificate and key",
                                server.until()));
            }
            for (OperatorName operator : request.operators()) {
                client(files, authority, operator, request.life(), made);
            }
            files.write();
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new SetupException(
                    "the certificates cannot be made (%s); with an authority of your own, check that %s is the key of %s"
                            .formatted(
                                    e.getMessage(), AuthorityFiles.KEY, AuthorityFiles.CERTIFICATE),
                    e);
        }
    }

    private static Made text(
            OwnFiles files, String name, String text, String what, @Nullable Instant until) {
        return new Made(files.add(name, text.getBytes(StandardCharsets.US_ASCII)), what, until);
    }

    private static void client(
            OwnFiles files,
            Authority authority,
            OperatorName operator,
            Duration life,
            List<Made> made)
            throws IOException, GeneralSecurityException {
        Issued client = authority.client(operator, life);
        String password = password();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                operator.text(),
                client.key(),
                password.toCharArray(),
                new Certificate[] {client.certificate(), authority.own().certificate()});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        String name = operator.text();
        Path file = files.add(name + ".p12", bytes.toByteArray());
        made.add(new Made(file, "the key store of " + name, client.until()));
        made.add(text(files, name + ".password", password + "\n", "what opens it", null));
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
