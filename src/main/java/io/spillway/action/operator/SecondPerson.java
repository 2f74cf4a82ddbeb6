package io.spillway.action.operator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a desk remembers of the one act that waits for a second person, if there is one. Immutable:
/// each step gives the next memory. Whoever steps it knows the time and has checked the secret.
///
/// @param open the act that waits, null if none does
/// @param lockedUntil no act may be opened before; after wrong secrets
public record SecondPerson(@Nullable Request open, Instant lockedUntil) {
    /// How long the second person has.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /// After so many wrong secrets the request is closed, and no other may be opened for as long as
    /// [#PATIENCE].
    public static final int TRIES = 3;

    /// An act that waits.
    ///
    /// @param first who wants it
    /// @param act digest of exactly what is to be done
    /// @param desk where it was asked for
    /// @param openedAt when
    /// @param wrong secrets so far
    public record Request(String first, String act, String desk, Instant openedAt, int wrong) {
        private Request another() {
            return new Request(first, act, desk, openedAt, wrong + 1);
        }
    }

    /// What the second person says.
    ///
    /// @param name empty if nobody gave one
    /// @param secretFits whether the secret is that person's, see [Operators#fits]
    /// @param act digest of what they saw
    /// @param desk where they are
    public record Answer(String name, boolean secretFits, String act, String desk) {}

    /// How a step went.
    public enum Verdict {
        /// The act waits for the second person.
        WAITING,
        /// The second person agreed: the act may be done, once.
        AGREED,
        NO_NAME,
        WRONG_SECRET,
        SAME_PERSON,
        OTHER_ACT,
        OTHER_DESK,
        TOO_LATE,
        LOCKED,
        NOTHING_OPEN
    }

    /// A step's result.
    ///
    /// @param text one sentence for operators
    public record Step(SecondPerson memory, Verdict verdict, String text) {
        /// True if the act may be done now.
        public boolean agreed() {
            return verdict == Verdict.AGREED;
        }
    }

    /// Nothing waits.
    public static SecondPerson none() {
        return new SecondPerson(null, Instant.MIN);
    }

    /// Asks for a second person. What waited before waits no longer.
    ///
    /// @param act digest of exactly what is to be done
    public Step open(String first, String act, String desk, Instant now) {
        if (first.isBlank()) {
            return refused(Verdict.NO_NAME, "Whoever asks must give a name: fill in who you are.");
        }
        if (now.isBefore(lockedUntil)) {
            return refused(
                    Verdict.LOCKED,
                    "After %d wrong secrets nothing can be asked for: wait %d s."
                            .formatted(TRIES, seconds(Duration.between(now, lockedUntil))));
        }
        Request request = new Request(first.strip(), act, desk, now, 0);
        return new Step(
                new SecondPerson(request, lockedUntil),
                Verdict.WAITING,
                "This needs a second operator: another person agrees here within %d s."
                        .formatted(PATIENCE.toSeconds()));
    }

    /// Lets the second person answer. An agreement uses the request up.
    public Step answer(Answer answer, Instant now) {
        Request request = open;
        if (request == null) {
            return refused(
                    Verdict.NOTHING_OPEN, "Nothing waits for a second operator: ask again first.");
        }
        Step late = look(now);
        if (late.verdict() != Verdict.WAITING) {
            return late;
        }
        if (!answer.desk().equals(request.desk())) {
            return refused(
                    Verdict.OTHER_DESK,
                    "The second operator must be at the same desk: come to %s."
                            .formatted(request.desk()));
        }
        if (!answer.act().equals(request.act())) {
            return refused(
                    Verdict.OTHER_ACT,
                    "The act has changed since it was asked for: look at it and ask again.");
        }
        if (answer.name().isBlank()) {
            return refused(
                    Verdict.NO_NAME, "The second operator gave no name: fill in name and secret.");
        }
        if (Operator.same(answer.name(), request.first())) {
            return refused(
                    Verdict.SAME_PERSON,
                    "%s asked for this and cannot agree to it: another person must."
                            .formatted(request.first()));
        }
        return answer.secretFits() ? agreed(answer, request) : wrong(request, now);
    }

    /// Closes a request whose time is over; otherwise says how long it still waits.
    public Step look(Instant now) {
        Request request = open;
        if (request == null) {
            return refused(
                    Verdict.NOTHING_OPEN, "Nothing waits for a second operator: ask again first.");
        }
        // A clock that was set back must not give more time than was promised.
        Duration waited = Duration.between(request.openedAt(), now).abs();
        if (waited.compareTo(PATIENCE) > 0) {
            return new Step(
                    new SecondPerson(null, lockedUntil),
                    Verdict.TOO_LATE,
                    "No second operator agreed within %d s: nothing was done; ask again."
                            .formatted(PATIENCE.toSeconds()));
        }
        return new Step(
                this,
                Verdict.WAITING,
                "Waits for a second operator for another %d s."
                        .formatted(seconds(PATIENCE.minus(waited))));
    }

    /// Takes the request back.
    public SecondPerson withdrawn() {
        return new SecondPerson(null, lockedUntil);
    }

    private Step agreed(Answer answer, Request request) {
        return new Step(
                withdrawn(),
                Verdict.AGREED,
                "%s agreed to what %s asked for.".formatted(answer.name(), request.first()));
    }

    private Step wrong(Request request, Instant now) {
        Request again = request.another();
        int left = TRIES - again.wrong();
        if (left > 0) {
            return new Step(
                    new SecondPerson(again, lockedUntil),
                    Verdict.WRONG_SECRET,
                    "Name or secret is wrong: %d %s left."
                            .formatted(left, left == 1 ? "try" : "tries"));
        }
        return new Step(
                new SecondPerson(null, now.plus(PATIENCE)),
                Verdict.LOCKED,
                "Name or secret was wrong %d times: nothing was done; ask again after %d s."
                        .formatted(TRIES, PATIENCE.toSeconds()));
    }

    private Step refused(Verdict verdict, String text) {
        return new Step(this, verdict, text);
    }

    /// Whole seconds, rounded up.
    private static long seconds(Duration duration) {
        return (duration.toMillis() + 999) / 1000;
    }
}
