package io.spillway.control;

import java.time.Instant;
import java.util.Map;

/// A system of alerts in which they can be silenced. Calls block, each with its own deadline; safe
/// for one caller at a time.
public interface AlertControl {
    /// The system's name, as configured.
    String name();

    /// Silences one alert at once. Returns only if the system, asked again, says that the silence
    /// is in force; whatever else it had created is taken back as far as it can be.
    ///
    /// @param labels all that the alert carries; the silence is for what has all of them, as they
    ///   are
    /// @param now the desk's time
    /// @param end when the silence ends by itself, after `now`
    /// @param operator who wants it
    /// @param reason must say something
    /// @return the silence's id, by which it can be ended later, by another process too
    /// @throws ControlException with one sentence for operators, which says if a silence may stand
    ///   all the same
    String silence(
            Map<String, String> labels, Instant now, Instant end, String operator, String reason)
            throws ControlException;

    /// Ends a silence before its time. Returns only if the system, asked again, says that it is not
    /// in force; one that ended before, or is not known any more, is none.
    ///
    /// @throws ControlException with one sentence for operators; the silence may be in force still
    void expire(String id) throws ControlException;
}
