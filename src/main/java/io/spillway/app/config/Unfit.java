package io.spillway.app.config;

/// A value that does not fit its key.
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    final String expected;
    final String todo;

    /// @param expected completes "expected …"
    /// @param todo what to do, as an order
    Unfit(String expected, String todo) {
        super(expected);
        this.expected = expected;
        this.todo = todo;
    }
}
