package io.spillway.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What the first screen offers in tests.
final class SampleOffer {
    private SampleOffer() {}

    static FirstRunOffer offer() {
        try (InputStream in = SampleOffer.class.getResourceAsStream("/first-run/spillway.yaml")) {
            String example =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new FirstRunOffer("/home/ops/.config/spillway/spillway.yaml", example, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
