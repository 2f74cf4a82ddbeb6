package io.spillway.action.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:58:12Z");

    private final SignIn signIn =
            new SignIn(
                    PlainOperators.of(
                            new Operator("Ada", "ada's secret"),
                            new Operator("Ben", "ben's secret")));

    private String tried(String name, String secret, int second) {
        return signIn.trouble(name, secret.toCharArray(), NOW.plusSeconds(second));
    }

    @Test
    void aNameIsLockedForAMinuteAfterThreeWrongSecrets() {
        assertThat(tried("Ada", "guess", 0)).isEqualTo("Name or secret is wrong: 2 tries left.");
        assertThat(tried(" ada", "guess", 1)).isEqualTo("Name or secret is wrong: 1 try left.");
        assertThat(tried("ADA", "guess", 2)).contains("wrong 3 times", "after 60 s");
        assertThat(tried("Ada", "ada's secret", 61)).endsWith("wait 1 s.");
        assertThat(tried("Ben", "ben's secret", 3)).isEmpty();
        assertThat(tried("Ada", "ada's secret", 62)).isEmpty();
    }

    @Test
    void aRightSecretForgetsTheWrongOnes() {
        tried("Ada", "guess", 0);
        tried("Ada", "guess", 1);
        assertThat(tried("Ada", "ada's secret", 2)).isEmpty();
        assertThat(tried("Ada", "guess", 3)).contains("2 tries left");
    }

    @Test
    void namesThatNobodyHasAreLockedTogether() {
        tried("Eve", "guess", 0);
        tried("Mallory", "guess", 1);
        assertThat(tried("Trudy", "guess", 2)).contains("wrong 3 times");
        assertThat(tried("Walter", "guess", 3)).contains("nobody gets in");
        assertThat(tried("Ada", "ada's secret", 4)).isEmpty();
    }
}
