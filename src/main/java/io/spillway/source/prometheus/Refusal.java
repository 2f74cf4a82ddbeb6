package io.spillway.source.prometheus;

import java.io.IOException;

/// The engine understood the request and said no, in its own JSON.
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param type the engine's word, for instance `bad_data`
    /// @param error the engine's sentence
    Refusal(String type, String error) {
        super(type.isEmpty() ? error : type + ": " + error);
    }
}
