package io.spillway.fleet;

/// A fact about the console itself or about an act, which no metric carries.
///
/// @param kind what it is
/// @param subject whom it is about: a source, a balancer, a server as `pool/server`, an act's id;
///   empty for the console itself
/// @param value its figure in the kind's unit; 1 where there is none
/// @param since when it began, epoch milliseconds
/// @param text one sentence for operators, may be empty
public record Condition(Kind kind, String subject, double value, long since, String text) {
    /// What can be the case.
    public enum Kind {
        /// A source gives nothing fresh; what it brought is not known.
        BLIND,
        /// A balancer is not as an act left it.
        DRIFT,
        /// A balancer refused weights, or did not take them.
        WEIGHTS_REFUSED,
        /// A clock is off; the value is by how many seconds, always positive.
        CLOCK_SKEW,
        /// A lease ends soon; the value is in how many seconds.
        LEASE_ENDING,
        /// What happens cannot be written down.
        JOURNAL_NOT_WRITABLE,
        /// Sound cannot be heard here.
        NO_SOUND_DEVICE
    }
}
