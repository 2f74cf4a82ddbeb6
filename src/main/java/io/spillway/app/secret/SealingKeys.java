package io.spillway.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// The keys that open encrypted files: made of a passphrase, or random and kept in a file.
///
/// @param file of the random key
/// @param wrapping how it is written
/// @param environment gives the value of an environment variable, null where it is not set
/// @param runner for the wrapping
record SealingKeys(
        Path file,
        Wrapping wrapping,
        Function<String, @Nullable String> environment,
        Runner runner) {
    static final String VARIABLE = "SPILLWAY_PASSPHRASE";
    private static final String PASSPHRASE = "passphrase";

    /// Made anew for each look, so no dearer than it has to be.
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;

    /// Where the key of a new file comes from.
    String kind() {
        return passphrase() == null ? wrapping.word : PASSPHRASE;
    }

    private @Nullable String passphrase() {
        String value = environment.apply(VARIABLE);
        return value == null || value.isEmpty() ? null : value;
    }

    /// The key of a file that is there.
    ///
    /// @param kind as [#kind] was when it was made
    /// @param salt of its passphrase
    byte[] key(String kind, byte[] salt) {
        if (kind.equals(PASSPHRASE)) {
            return ofPassphrase(salt);
        } else if (!kind.equals(wrapping.word)) {
            throw new StoreException(
                    "the secrets were encrypted on another system: set them again on this one");
        }
        try {
            byte[] key = wrapping.unwrap(runner, Files.readAllBytes(file));
            if (key.length == Seal.KEY_BYTES) {
                return key;
            }
        } catch (NoSuchFileException e) {
            throw new StoreException(
                    "the key %s of the secrets is gone: bring it back from a backup, or move the encrypted secrets away and set them again"
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new StoreException(
                    "the key %s of the secrets cannot be read: check its rights".formatted(file),
                    e);
        }
        throw new StoreException(
                "the key %s of the secrets is damaged: bring it back from a backup"
                        .formatted(file));
    }

    /// The key of a file that is going to be made. A random one that is there already serves again.
    byte[] fresh(byte[] salt) throws IOException {
        if (kind().equals(wrapping.word) && Files.notExists(file)) {
            OwnerFile.write(file, wrapping.wrap(runner, Seal.random(Seal.KEY_BYTES)));
        }
        return key(kind(), salt);
    }

    private byte[] ofPassphrase(byte[] salt) {
        String passphrase = passphrase();
        if (passphrase == null) {
            throw new StoreException(
                    "the secrets are encrypted with a passphrase: set the environment variable %s"
                            .formatted(VARIABLE));
        }
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withSalt(salt)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .build());
        byte[] key = new byte[Seal.KEY_BYTES];
        argon.generateBytes(passphrase.getBytes(UTF_8), key);
        return key;
    }
}
