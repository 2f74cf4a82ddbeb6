package io.spillway.app.cli;

import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine.Option;

/// Who acts from a command line, and the proof of it.
final class Who {
    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            description = "Who does this; it is written into the journal.")
    private String operator = "";

    @Option(
            names = "--secret-stdin",
            description =
                    "Read your secret, as the first line of the standard input; needed where"
                            + " operators are configured.")
    private boolean secret;

    /// As it was given.
    String name() {
        Acts.requireText("--operator", operator);
        return operator;
    }

    /// From the standard input, which is read on by a line; empty if none is given.
    ///
    /// @throws Refused if it is too long or no text
    String secret() throws IOException {
        if (!secret) {
            return "";
        }
        char[] line = SecretLine.read(System.in);
        try {
            return new String(line);
        } finally {
            Arrays.fill(line, '\0');
        }
    }
}
