package io.spillway.action.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Operators who prove by their secrets who they are. After [SecondPerson#TRIES] wrong secrets a
/// name is locked for [SecondPerson#PATIENCE]; all names that nobody has are locked together. Any
/// thread, one at a time: a secret takes some tenths of a second to check.
public final class SignIn {
    private record Wrong(int tries, Instant lockedUntil) {
        private static final Wrong NONE = new Wrong(0, Instant.MIN);
    }

    private final Operators operators;
    private final Map<String, Wrong> wrong = new HashMap<>();

    public SignIn(Operators operators) {
        this.operators = operators;
    }

    /// Why somebody is not let in, one sentence; empty if name and secret fit.
    public synchronized String trouble(String name, char[] secret, Instant now) {
        String key = operators.knows(name) ? Operator.plain(name) : "";
        Wrong before = wrong.getOrDefault(key, Wrong.NONE);
        if (now.isBefore(before.lockedUntil())) {
            long left = Duration.between(now, before.lockedUntil()).plusMillis(999).toSeconds();
            return "After %d wrong secrets nobody gets in by this name: wait %d s."
                    .formatted(SecondPerson.TRIES, left);
        } else if (operators.fits(name, secret)) {
            wrong.remove(key);
            return "";
        }
        int left = SecondPerson.TRIES - before.tries() - 1;
        if (left > 0) {
            wrong.put(key, new Wrong(before.tries() + 1, Instant.MIN));
            return "Name or secret is wrong: %d %s left."
                    .formatted(left, left == 1 ? "try" : "tries");
        }
        wrong.put(key, new Wrong(0, now.plus(SecondPerson.PATIENCE)));
        return "Name or secret was wrong %d times: try again after %d s."
                .formatted(SecondPerson.TRIES, SecondPerson.PATIENCE.toSeconds());
    }
}
