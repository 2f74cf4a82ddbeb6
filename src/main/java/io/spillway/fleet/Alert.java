package io.spillway.fleet;

import java.util.List;
import java.util.Map;

/// An alert that another system raised, as that system told it last.
///
/// @param teller what kind of system told it
/// @param source that system's name as configured
/// @param fingerprint the same for the same alert of a system, different for any other
/// @param name what its rule is called
/// @param labels all that it carries, its name as `alertname` among them
/// @param summary one line for operators; may be empty
/// @param description more for operators; may be empty
/// @param severity as its author wrote it, in no fixed set of words; may be empty
/// @param start when it became what it is, epoch milliseconds
/// @param state whether it fires yet
/// @param silences those in force on it
/// @param inhibitors names of the alerts that keep it quiet
public record Alert(
        Teller teller,
        String source,
        String fingerprint,
        String name,
        Map<String, String> labels,
        String summary,
        String description,
        String severity,
        long start,
        State state,
        List<Silence> silences,
        List<String> inhibitors) {
    /// The label that holds an alert's name.
    public static final String NAME = "alertname";

    /// Kinds of systems that raise alerts.
    public enum Teller {
        /// Decides what is an alert.
        PROMETHEUS,
        /// Collects alerts and tells people of them, unless they are silenced.
        ALERTMANAGER
    }

    /// How far it has come.
    public enum State {
        /// Bad, but not for long enough yet.
        PENDING,
        FIRING
    }

    /// That somebody keeps an alert quiet.
    ///
    /// @param id the system's
    /// @param author who
    /// @param reason as its author wrote it
    /// @param end epoch milliseconds
    public record Silence(String id, String author, String reason, long end) {}

    public Alert {
        labels = Map.copyOf(labels);
        silences = List.copyOf(silences);
        inhibitors = List.copyOf(inhibitors);
    }
}
