package io.spillway.app.secret;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a random key is written into its file.
enum Wrapping {
    /// As it is: the rights of the file are all that protects it.
    PLAIN("file"),

    /// By DPAPI: only the same Windows user, on the same computer, can unwrap it.
    DPAPI("dpapi");

    /// As the encrypted file names it.
    final String word;

    Wrapping(String word) {
        this.word = word;
    }

    byte[] wrap(Runner runner, byte[] key) {
        return this == PLAIN ? key : powershell(runner, "Protect", key);
    }

    byte[] unwrap(Runner runner, byte[] wrapped) {
        return this == PLAIN ? wrapped : powershell(runner, "Unprotect", wrapped);
    }

    private static byte[] powershell(Runner runner, String verb, byte[] bytes) {
        try {
            Runner.Ran ran =
                    runner.run(
                            List.of(
                                    "powershell.exe",
                                    "-NoProfile",
                                    "-NonInteractive",
                                    "-Command",
                                    script(verb)),
                            Base64.getEncoder().encodeToString(bytes));
            if (ran.code() == 0 && !ran.out().isBlank()) {
                return Base64.getDecoder().decode(ran.out().strip());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw trouble(e);
        }
        throw trouble(null);
    }

    /// In Base64 on both its ends, and on the standard input.
    private static String script(String verb) {
        return "Add-Type -AssemblyName System.Security;"
                + "$in=[Convert]::FromBase64String([Console]::In.ReadToEnd().Trim());"
                + "[Convert]::ToBase64String([Security.Cryptography.ProtectedData]::"
                + verb
                + "($in,$null,'CurrentUser'))";
    }

    private static StoreException trouble(@Nullable Exception cause) {
        String words =
                "Windows did not give the key of the secrets: sign in as the user who set them, and check that PowerShell runs";
        return cause == null ? new StoreException(words) : new StoreException(words, cause);
    }
}
