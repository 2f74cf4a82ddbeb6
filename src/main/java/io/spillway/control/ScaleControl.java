package io.spillway.control;

/// What starts and stops servers of a pool: an autoscaler, or a tool of the site's own. Calls
/// block, each with its own deadline; safe for one caller at a time.
public interface ScaleControl extends AutoCloseable {
    /// What it is, for operators: `command /usr/local/bin/scale-web`.
    String name();

    /// Asks for so many servers. That it was asked is no proof that they come: watch the pool.
    ///
    /// @return what it did, by which [#undo] takes it back, in another process too
    /// @throws ControlException with one sentence for operators; it may have been done all the same
    Scaled scale(ScaleRequest request) throws ControlException;

    /// Goes back to what was before, unless somebody else has changed it since.
    ///
    /// @param reason why, must say something
    /// @throws ControlException with one sentence for operators; it may have been done all the same
    Scaled undo(Scaled done, String reason) throws ControlException;

    @Override
    void close();
}
