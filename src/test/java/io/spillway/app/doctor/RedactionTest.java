package io.spillway.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String CONFIGURATION =
            "password: {env: SHOP_KEY}\nbearer: {env: 'GONE'}\n";

    private final Redaction redaction =
            new Redaction(CONFIGURATION, Map.of("SHOP_KEY", "hunter2", "OTHER", "plain")::get);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "401 for hunter2 at metrics",
                "password: hunter3",
                "  password: \"hunter3\"",
                "{\"token\":\"hunter3\"}",
                "Authorization: Bearer hunter3",
                "http://ada:hunter3@metrics:9090/api",
                "hash: '$argon2id$v=19$m=65536,t=3,p=1$hunter3'"
            })
    void secretsAreTakenOut(String text) {
        assertThat(redaction.of(text)).doesNotContain("hunter").contains("***");
    }

    @Test
    void aSecretThatBeginsWithAnotherIsTakenOutWhole() {
        var twins = Map.of("A", "hunter", "B", "hunter2", "C", "lion");
        Redaction both = new Redaction("{\"env\": \"A\"} {env : B} {env: C}", twins::get);
        assertThat(both.of("with hunter2 and hunter, lion")).isEqualTo("with *** and ***, ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CONFIGURATION,
                "address: http://metrics:9090/api",
                "mail ada@shop.example",
                "plain words",
                "2026-11-23T08:00:00.000Z INFO  desk tick 7 took 12 ms"
            })
    void theRestStays(String text) {
        assertThat(redaction.of(text)).isEqualTo(text);
    }
}
