package io.spillway.app.setup;

import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/// A name or an address by which a balancer is reached.
///
/// @param text as it is written in the configuration, without port and brackets
public record HostName(String text) {
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DNS =
            Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");

    /// Checks the text.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is neither
    public HostName {
        boolean name = DNS.matcher(text).matches() && !DIGITS.matcher(text).matches();
        if (!name && !IPAddress.isValid(text)) {
            throw new IllegalArgumentException(
                    "'%s' is neither a host's name nor an address: write for example lb-1.example or 10.0.0.5"
                            .formatted(text));
        }
    }

    /// As a certificate names it.
    GeneralName certified() {
        int kind = IPAddress.isValid(text) ? GeneralName.iPAddress : GeneralName.dNSName;
        return new GeneralName(kind, text);
    }

    /// As a part of a file's name.
    String fileName() {
        return text.replace(':', '-');
    }
}
