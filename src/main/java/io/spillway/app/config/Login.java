package io.spillway.app.config;

/// How Spillway proves itself to an HTTP endpoint.
public sealed interface Login {
    /// Basic authentication.
    record Basic(String username, Secret password) implements Login {}

    /// A bearer token.
    record Bearer(Secret token) implements Login {}
}
