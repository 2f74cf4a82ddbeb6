package io.spillway.app.config;

/// A value that does not fit its key.
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    /// Stands in for the value itself, which must not be repeated; empty if it may be.
    final String found;

    final String expected;
    final String todo;

    /// @param expected completes "expected …"
    /// @param todo what to do, as an order
    Unfit(String expected, String todo) {
        this("", expected, todo);
    }

    /// @param found says what is wrong without the value, which may hold a secret
    Unfit(String found, String expected, String todo) {
        super(expected);
        this.found = found;
        this.expected = expected;
        this.todo = todo;
    }
}
