package io.spillway.desk;

import io.spillway.alarm.rule.Rules;
import java.io.IOException;

/// Keeps edited rules where the next desk finds them.
@FunctionalInterface
public interface RuleKeeper {
    /// Keeps the rules as they are to hold from now on.
    ///
    /// @return where they were kept, as operators read it; empty if they hold for this desk alone
    /// @throws IOException with what went wrong, if they could not be kept
    String keep(Rules edited) throws IOException;
}
