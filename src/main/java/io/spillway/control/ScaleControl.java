package io.spillway.control;

/// What starts and stops servers of a pool: an autoscaler, or a tool of the site's own. Calls
/// block, each with its own deadline; safe for one caller at a time.
public interface ScaleControl extends AutoCloseable {
    /// What it is, for operators: `command /usr/local/bin/scale-web`.
    String name();

    /// Asks for so many servers, never for fewer than there are to be already. That it was asked is
    /// no proof that they come: watch the pool.
    ///
    /// @param intent is told what is about to be set, right before; it is told nothing if nothing
    ///   is to be set
    /// @return what it did, by which [#undo] takes it back, in another process too
    /// @throws ControlException with one sentence for operators; once the intent was told it may
    ///   have been done all the same
    Scaled scale(ScaleRequest request, Intent intent) throws ControlException;

    /// Writes down what is about to be set, so that it can be taken back whatever happens next.
    @FunctionalInterface
    interface Intent {
        /// Is called at most once, on the caller's thread.
        ///
        /// @throws ControlException if it cannot be written down: nothing is set then
        void tell(Scaled scaled) throws ControlException;
    }

    /// Goes back to what was before. What somebody else has changed since is left, which the text
    /// says; `before` and `after` are then what stands there.
    ///
    /// @param done what was set, or what was about to be set
    /// @param reason why, must say something
    /// @throws ControlException with one sentence for operators; it may have been done all the same
    Scaled undo(Scaled done, String reason) throws ControlException;

    @Override
    void close();
}
