package io.spillway.action.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretHashTest {
    /// From the reference implementation's own tests: "password" with the salt "somesalt".
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void whatTheReferenceImplementationMadeIsUnderstood() {
        assertThat(SecretHash.trouble(REFERENCE)).isEmpty();
        assertThat(SecretHash.fits("password".toCharArray(), REFERENCE)).isTrue();
        assertThat(SecretHash.fits("Password".toCharArray(), REFERENCE)).isFalse();
    }

    @Test
    void everyHashHasASaltOfItsOwnAndFitsItsSecretAlone() {
        char[] secret = "grüner Tee".toCharArray();
        String one = SecretHash.make(secret);
        assertThat(secret).isEqualTo("grüner Tee".toCharArray());
        assertThat(one)
                .matches("\\$argon2id\\$v=19\\$m=65536,t=3,p=1\\$[\\w+/]{22}\\$[\\w+/]{43}")
                .isNotEqualTo(SecretHash.make(secret));
        Operators operators =
                new Operators(List.of(new Operator("Ada", REFERENCE), new Operator("Ben", one)));
        assertThat(operators.fits(" ben ", secret)).isTrue();
        assertThat(operators.fits("Ada", secret)).isFalse();
        assertThat(operators.fits("Nobody", secret)).isFalse();
        assertThat(new Operator("Ben", one)).asString().doesNotContain("argon2");
    }

    @Test
    void aShortSecretIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> SecretHash.make("hunter2".toCharArray()))
                .hasMessage("The secret has fewer than 8 characters: choose a longer one.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter2 | is no argon2id hash of version 19",
                "$argon2i$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAphA | is no"
                        + " argon2id hash of version 19",
                "$argon2id$v=16$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAphA | is"
                        + " no argon2id hash of version 19",
                "$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAphA | is"
                        + " too cheap to guess (m=4096, t=3, p=1)",
                "$argon2id$v=19$m=19456,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAphA | is"
                        + " too cheap to guess (m=19456, t=1, p=1)",
                "$argon2id$v=19$m=9999999,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAphA |"
                        + " takes too much work to check (m=9999999, t=3, p=1)",
                "$argon2id$v=19$m=65536,t=3,p=1$c29t$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAphA | has too"
                        + " short a salt or hash",
                "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXP | has too short a salt or hash",
            })
    void weakHashesAreRefusedAndFitNothing(String hash, String trouble) {
        assertThat(SecretHash.trouble(hash)).isEqualTo(trouble);
        assertThat(SecretHash.fits("password".toCharArray(), hash)).isFalse();
    }
}
