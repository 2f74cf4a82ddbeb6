package io.spillway.ui.kit;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import java.util.List;
import java.util.Locale;

/// What can be set at a balancer, as operators read it.
public final class KnobWords {
    private static final List<String> CAUSES =
            List.of(
                    "kit.changed-elsewhere",
                    "kit.reloaded",
                    "kit.agent-check",
                    "kit.static-algorithm");

    private KnobWords() {}

    /// Why a balancer holds something else than intended.
    ///
    /// @param cause as the desk says it; empty if it is not known
    public static String cause(String cause) {
        for (String key : CAUSES) {
            if (cause.isEmpty() || !Words.instead(key, cause).equals(cause)) {
                return Words.of(key);
            }
        }
        return cause;
    }

    /// What so many of a kind are called: `weight`, `weights`.
    public static String noun(Knob.Kind kind, int n) {
        return Words.of("kit.knob-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), n);
    }

    /// A value of it: a state by its word, else the number.
    public static String say(Knob knob, int value) {
        AdminState[] states = AdminState.values();
        if (value == Knob.ABSENT) {
            return Words.of("kit.value-none");
        }
        boolean state = knob.kind() == Knob.Kind.STATE && value >= 0 && value < states.length;
        return state ? state(states[value]) : knob.say(value);
    }

    /// An administrative state in a word.
    public static String state(AdminState state) {
        return Words.of("kit.state-" + state.word());
    }
}
