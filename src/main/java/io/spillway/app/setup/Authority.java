package io.spillway.app.setup;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Signs certificates for the way to a balancer, and for nothing else. All keys are EC P-256.
final class Authority {
    static final String KEY_PEM = "PRIVATE KEY";

    /// Operators' names hold no space: no balancer can pass for an operator.
    private static final String BALANCER = "Spillway balancer";

    private static final X500Name NAME = new X500Name("CN=Spillway runtime CA");
    private static final Duration LIFE = Duration.ofDays(3650);

    /// Clocks are not all right.
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private static final int SERIAL_BITS = 127;

    private final Issued own;
    private final Instant now;

    /// @param now when the certificates are made
    Authority(Issued own, Instant now) {
        this.own = own;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    static Authority make(Instant now) throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        NAME,
                        serial(),
                        Date.from(now.minus(EARLIER)),
                        Date.from(now.plus(LIFE)),
                        NAME,
                        keys.getPublic());
        extend(builder, Extension.basicConstraints, new BasicConstraints(0));
        extend(builder, Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return new Authority(signed(builder, keys, keys), now);
    }

    Issued own() {
        return own;
    }

    /// For a balancer.
    Issued server(List<HostName> names, Duration life)
            throws GeneralSecurityException, IOException {
        GeneralName[] all = names.stream().map(HostName::certified).toArray(GeneralName[]::new);
        return issue(BALANCER, KeyPurposeId.id_kp_serverAuth, all, life);
    }

    /// For an operator.
    Issued client(OperatorName operator, Duration life)
            throws GeneralSecurityException, IOException {
        return issue(operator.text(), KeyPurposeId.id_kp_clientAuth, new GeneralName[0], life);
    }

    private Issued issue(
            String name, KeyPurposeId purpose, GeneralName[] alternatives, Duration life)
            throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        Instant end = now.plus(life);
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        X500Name.getInstance(
                                own.certificate().getSubjectX500Principal().getEncoded()),
                        serial(),
                        Date.from(now.minus(EARLIER)),
                        Date.from(end.isAfter(own.until()) ? own.until() : end),
                        new X500NameBuilder().addRDN(BCStyle.CN, name).build(),
                        keys.getPublic());
        extend(builder, Extension.basicConstraints, new BasicConstraints(false));
        extend(builder, Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        if (alternatives.length > 0) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        }
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                identifiers.createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(own.certificate()));
        return signed(builder, keys, new KeyPair(own.certificate().getPublicKey(), own.key()));
    }

    private static void extend(
            X509v3CertificateBuilder builder, ASN1ObjectIdentifier what, ASN1Encodable value)
            throws IOException {
        builder.addExtension(what, true, value);
    }

    /// Checks the signature too: a key of another authority is found out here.
    private static Issued signed(X509v3CertificateBuilder builder, KeyPair keys, KeyPair signer)
            throws GeneralSecurityException {
        try {
            var signature =
                    new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate());
            var certificate =
                    new JcaX509CertificateConverter().getCertificate(builder.build(signature));
            certificate.verify(signer.getPublic());
            return new Issued(keys.getPrivate(), certificate);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
    }
}
