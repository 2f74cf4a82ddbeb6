package io.spillway.action.operator;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.SecureString;
import com.password4j.types.Argon2;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hashes of operators' secrets: argon2id, written as `$argon2id$v=19$m=65536,t=3,p=1$SALT$HASH`.
/// Making or checking one takes some tenths of a second and 64 MiB on purpose: never on a thread
/// that others wait for.
public final class SecretHash {
    /// Fewest characters of a secret.
    public static final int SHORTEST = 8;

    /// KiB with which new hashes are made.
    private static final int MEMORY = 65_536;

    private static final int PASSES = 3;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// Least KiB times passes; below, guessing is too cheap.
    private static final int LEAST_WORK = 2 * 19_456;

    private static final int LEAST_MEMORY = 19_456;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_PASSES = 20;
    private static final int MOST_LANES = 16;
    private static final int LEAST_SALT = 8;
    private static final int LEAST_HASH = 16;

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
                            + "\\$([A-Za-z0-9+/]{1,200})\\$([A-Za-z0-9+/]{1,200})");

    private SecretHash() {}

    /// A new hash with a salt of its own. The secret stays with the caller, who should wipe it.
    ///
    /// @param secret at least [#SHORTEST] characters
    public static String make(char[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "The secret has fewer than %d characters: choose a longer one."
                            .formatted(SHORTEST));
        }
        Argon2Function argon = Argon2Function.getInstance(MEMORY, PASSES, 1, HASH_BYTES, Argon2.ID);
        SecureString text = new SecureString(secret);
        try {
            return Password.hash(text).addRandomSalt(SALT_BYTES).with(argon).getResult();
        } finally {
            text.clear();
        }
    }

    /// Why a hash is of no use; empty if it is fine. Never repeats the hash.
    public static String trouble(String hash) {
        Matcher m = FORM.matcher(hash);
        if (!m.matches()) {
            return "is no argon2id hash of version 19";
        }
        int memory = Integer.parseInt(m.group(1));
        int passes = Integer.parseInt(m.group(2));
        int lanes = Integer.parseInt(m.group(3));
        if (memory < LEAST_MEMORY || (long) memory * passes < LEAST_WORK || lanes < 1) {
            return "is too cheap to guess (m=%d, t=%d, p=%d)".formatted(memory, passes, lanes);
        }
        if (memory > MOST_MEMORY || passes > MOST_PASSES || lanes > MOST_LANES) {
            return "takes too much work to check (m=%d, t=%d, p=%d)"
                    .formatted(memory, passes, lanes);
        }
        int salt = bytes(m.group(4));
        int length = bytes(m.group(5));
        return salt < LEAST_SALT || length < LEAST_HASH ? "has too short a salt or hash" : "";
    }

    /// True if the secret is the one behind a hash; takes as long for a wrong one.
    ///
    /// @param hash without [#trouble]; with it, no secret fits
    public static boolean fits(char[] secret, String hash) {
        if (!trouble(hash).isEmpty()) {
            return false;
        }
        SecureString text = new SecureString(secret);
        try {
            return Password.check(text, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (BadParametersException e) {
            return false;
        } finally {
            text.clear();
        }
    }

    /// Bytes behind Base64 without padding, 0 if it is none.
    private static int bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
