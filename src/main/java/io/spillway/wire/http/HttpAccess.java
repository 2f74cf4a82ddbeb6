package io.spillway.wire.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one endpoint needs of the client.
///
/// @param login sent with every request
/// @param ca a PEM file whose certificates alone are trusted; null for the system's
/// @param deadline for a whole call, from connecting to the last byte of the answer
public record HttpAccess(Login login, @Nullable Path ca, Duration deadline) {}
