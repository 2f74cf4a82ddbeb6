package io.spillway.alarm;

/// What can happen to an alarm. What the next state hangs on besides the present one is a happening
/// of its own, so that [Transitions] is complete.
enum Happening {
    RAISED("Bad for its on-delay"),
    RETURNED("Well for its off-delay"),
    ROSE("Its priority rises"),
    ACKNOWLEDGED("Acknowledge"),
    REALARMED("Re-alarm time is over"),
    SHELVED("Shelve"),
    UNSHELVED("The shelf ends"),
    SUPPRESSED("Bad, and has a parent"),
    LOST("Its value is not known"),
    FREED_NORMAL("No cover; nothing beneath"),
    FREED_UNACKNOWLEDGED("No cover; active and unacknowledged beneath"),
    FREED_ACKNOWLEDGED("No cover; active and acknowledged beneath"),
    FREED_RETURNED("No cover; returned and unacknowledged beneath"),
    TAKEN_OUT("Take out of service"),
    PUT_BACK("Put back");

    private final String words;

    Happening(String words) {
        this.words = words;
    }

    /// What the printed table calls it.
    String words() {
        return words;
    }

    /// That suppression or doubt is over, by what lies beneath.
    static Happening freed(AlarmState beneath) {
        return switch (beneath) {
            case ACTIVE_UNACKNOWLEDGED -> FREED_UNACKNOWLEDGED;
            case ACTIVE_ACKNOWLEDGED -> FREED_ACKNOWLEDGED;
            case RETURNED_UNACKNOWLEDGED -> FREED_RETURNED;
            default -> FREED_NORMAL;
        };
    }

    /// What the journal calls it.
    AlarmEvent.Kind kind(AlarmState from) {
        return switch (this) {
            case RAISED -> AlarmEvent.Kind.RAISED;
            case RETURNED -> AlarmEvent.Kind.RETURNED;
            case ROSE -> AlarmEvent.Kind.ROSE;
            case ACKNOWLEDGED -> AlarmEvent.Kind.ACKNOWLEDGED;
            case REALARMED -> AlarmEvent.Kind.REALARMED;
            case SHELVED -> AlarmEvent.Kind.SHELVED;
            case UNSHELVED -> AlarmEvent.Kind.UNSHELVED;
            case SUPPRESSED -> AlarmEvent.Kind.SUPPRESSED;
            case LOST -> AlarmEvent.Kind.LOST;
            case FREED_NORMAL, FREED_UNACKNOWLEDGED, FREED_ACKNOWLEDGED, FREED_RETURNED ->
                    from == AlarmState.UNKNOWN ? AlarmEvent.Kind.FOUND : AlarmEvent.Kind.RELEASED;
            case TAKEN_OUT -> AlarmEvent.Kind.TAKEN_OUT;
            case PUT_BACK -> AlarmEvent.Kind.PUT_BACK;
        };
    }
}
