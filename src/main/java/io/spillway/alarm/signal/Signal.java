package io.spillway.alarm.signal;

import io.spillway.alarm.rule.Priority;
import org.jspecify.annotations.Nullable;

/// One value that a rule is held against. A tick brings one for each pair of rule and subject whose
/// value is not well, or is not known, and for each that an alarm is about; for all others there is
/// none, which says that all is well.
///
/// @param rule the rule's name
/// @param subject whom it is about
/// @param value in the rule's unit, NaN if not known now
/// @param interval between samples of the value, milliseconds
/// @param priority instead of the rule's own, null for that
/// @param detail what else there is to say, without the title: "process backup-agent"; may be empty
/// @param parent what this is a mere consequence of, as operators read it: "BLIND prometheus-1",
///   "silence by ops-2: planned work"; empty if it stands on its own
/// @param origin who found it
public record Signal(
        String rule,
        Subject subject,
        double value,
        long interval,
        @Nullable Priority priority,
        String detail,
        String parent,
        Origin origin) {
    /// The alarm that this value belongs to, as operators may type it.
    public String id() {
        return rule + "@" + subject.key();
    }
}
