package io.spillway.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads how to sign in at an HTTP endpoint, and whom to trust there.
final class LoginReader {
    private final SecretReader secrets;
    private final Surroundings surroundings;

    LoginReader(SecretReader secrets, Surroundings surroundings) {
        this.secrets = secrets;
        this.surroundings = surroundings;
    }

    /// From `username` and `password`, or `bearer`; null for neither.
    @Nullable Login login(Fields fields) {
        Secret password = secrets.read(fields, "password");
        Secret bearer = secrets.read(fields, "bearer");
        String username = fields.optional("username", null, Values::any);
        if (bearer != null) {
            fields.refuse(List.of("username", "password"), "beside bearer", "one or the other");
            return new Login.Bearer(bearer);
        }
        if (fields.has("username") && password == null) {
            fields.missing("password", "{env: SPILLWAY_PASSWORD}");
        }
        if (password != null && !fields.has("username")) {
            fields.missing("username", "spillway");
        }
        return username == null || password == null ? null : new Login.Basic(username, password);
    }

    /// From `ca`, which needs `https`; null for the system's authorities.
    @Nullable Path authorities(Fields fields, @Nullable URI uri) {
        if (uri != null && "http".equalsIgnoreCase(uri.getScheme())) {
            fields.refuse(List.of("ca"), "beside an http:// address", "it only with https://");
            return null;
        }
        return fields.optional("ca", null, surroundings::certificates);
    }
}
