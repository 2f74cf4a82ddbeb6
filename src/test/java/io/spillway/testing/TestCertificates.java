package io.spillway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Certificates made by openssl in a temporary folder. Every key store's password is [#PASSWORD].
public final class TestCertificates {
    public static final String PASSWORD = "practice makes perfect";

    private final Path dir;

    public TestCertificates(Path dir) {
        this.dir = dir;
    }

    /// A CA of its own: `NAME.crt` and `NAME.key`.
    ///
    /// @return the certificate as PEM
    public Path ca(String name) {
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                        + " -keyout %s.key -out %s.crt -subj /CN=%s".formatted(name, name, name));
        return dir.resolve(name + ".crt");
    }

    /// A server's certificate and key in one PEM file, as HAProxy's `crt` wants it.
    ///
    /// @param names for instance `IP:127.0.0.1,DNS:lb-1`
    public Path server(String ca, String file, String names) {
        write(file + ".ext", "subjectAltName=" + names + "\n");
        sign(ca, file, file, " -days 2 -extfile " + file + ".ext");
        write(file + ".pem", read(file + ".crt") + read(file + ".key"));
        return dir.resolve(file + ".pem");
    }

    /// A client's key store (PKCS12).
    ///
    /// @param days how long it is valid; negative for one that has expired
    public Path client(String ca, String file, String commonName, int days) {
        sign(ca, file, commonName, " -days " + days);
        openssl(
                "pkcs12 -export -inkey %s.key -in %s.crt -out %s.p12 -passout"
                        .formatted(file, file, file),
                "pass:" + PASSWORD);
        return dir.resolve(file + ".p12");
    }

    private void sign(String ca, String file, String commonName, String how) {
        openssl(
                "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
                        + " -keyout %s.key -out %s.csr -subj /CN=%s"
                                .formatted(file, file, commonName));
        openssl(
                "x509 -req -in %s.csr -CA %s.crt -CAkey %s.key -CAcreateserial -out %s.crt%s"
                        .formatted(file, ca, ca, file, how));
    }

    private void openssl(String words, String... more) {
        try {
            var command = new ArrayList<String>(List.of("openssl"));
            command.addAll(List.of(words.split(" ")));
            command.addAll(List.of(more));
            var process =
                    new ProcessBuilder(command)
                            .directory(dir.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(dir.resolve("openssl.log").toFile())
                            .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + read("openssl.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String read(String file) {
        try {
            return Files.readString(dir.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(dir.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
