package io.spillway.source.prometheus;

import java.io.IOException;

/// An answer whose status is not 200 and whose body is not the engine's.
final class HttpFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String location;

    /// @param body how the body begins
    /// @param location where a redirect leads, empty if nowhere
    HttpFailure(int status, String body, String location) {
        super(body);
        this.status = status;
        this.location = location;
    }

    int status() {
        return status;
    }

    /// True if the engine has nothing of the kind.
    boolean absent() {
        return status == 404 || status == 405 || status == 501;
    }

    String location() {
        return location;
    }
}
