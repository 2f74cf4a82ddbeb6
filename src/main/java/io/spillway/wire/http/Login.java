package io.spillway.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import okhttp3.Credentials;

/// How Spillway proves who it is. None of these ever shows its secret as text.
public sealed interface Login {
    /// The value of the `Authorization` header, empty if none is sent.
    String header();

    /// Nothing is asked for.
    static Login none() {
        return new None();
    }

    /// Sends no credentials.
    record None() implements Login {
        @Override
        public String header() {
            return "";
        }
    }

    /// User name and password (HTTP basic authentication, UTF-8).
    record Basic(String user, String password) implements Login {
        @Override
        public String header() {
            return Credentials.basic(user, password, UTF_8);
        }

        @Override
        public String toString() {
            return "Basic[user=" + user + ", password hidden]";
        }
    }

    /// A bearer token.
    record Bearer(String token) implements Login {
        /// @throws IllegalArgumentException if the token cannot stand in a header; the message does
        ///   not hold it
        public Bearer {
            if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new IllegalArgumentException(
                        "The bearer token is empty or holds a space, a line break or a character"
                                + " outside ASCII; take these out.");
            }
        }

        @Override
        public String header() {
            return "Bearer " + token;
        }

        @Override
        public String toString() {
            return "Bearer[token hidden]";
        }
    }
}
