package io.spillway.fleet;

/// One request as an access log tells it. Text that the log does not have is empty.
///
/// @param time when it came, epoch milliseconds
/// @param source the client's address
/// @param method as `GET`
/// @param path with its query, as written
/// @param status of the answer, 0 if unknown
/// @param bytes of the answer, -1 if unknown
/// @param referer as written
/// @param userAgent as written
/// @param frontend the balancer's frontend
/// @param server the server that answered
public record LoggedRequest(
        long time,
        String source,
        String method,
        String path,
        int status,
        long bytes,
        String referer,
        String userAgent,
        String frontend,
        String server) {}
