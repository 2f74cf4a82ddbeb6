package io.spillway.app.setup;

import java.util.regex.Pattern;

/// The name in an operator's certificate, by which a balancer lets the operator in.
///
/// @param text also names the operator's files
public record OperatorName(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// Checks the text.
    ///
    /// @throws IllegalArgumentException with a sentence, if it does not fit
    public OperatorName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no operator's name: write 1 to 64 letters, digits and . _ -, the first a letter or digit"
                            .formatted(text));
        }
    }
}
