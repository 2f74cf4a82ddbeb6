package io.spillway.app.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Asks for a secret.
///
/// @param console null where there is none
record SecretPrompt(InputStream in, @Nullable Console console) {
    /// Typed twice without echo, or the first line of the standard input.
    ///
    /// @param option that chooses the standard input
    /// @throws Refused if there is nobody to ask, or what was given is of no use
    char[] read(boolean stdin, String option) throws IOException {
        return stdin ? SecretLine.read(in) : typed(option);
    }

    private char[] typed(String option) {
        if (console == null || !console.isTerminal()) {
            throw new Refused(
                    "there is no terminal to ask for the secret: run it in one, or give " + option);
        }
        char[] first = console.readPassword("Secret: ");
        char[] again = first == null ? null : console.readPassword("Again: ");
        try {
            if (first == null || again == null) {
                throw new Refused("no secret was given");
            } else if (!Arrays.equals(first, again)) {
                Arrays.fill(first, '\0');
                throw new Refused("the two are not the same: try again");
            }
            return first;
        } finally {
            if (again != null) {
                Arrays.fill(again, '\0');
            }
        }
    }
}
