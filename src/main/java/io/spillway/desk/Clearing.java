package io.spillway.desk;

import io.spillway.action.operator.Role;
import io.spillway.action.operator.SecondPerson;
import io.spillway.fleet.Knob;
import io.spillway.relief.Plan;
import io.spillway.relief.guard.Clearance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sees to it that what lies beyond the guards is done by two people, or overridden in an emergency
/// that everybody sees. Called on the thread for acts only: checking a secret takes its time.
final class Clearing {
    private final ReliefSettings settings;
    private final String desk;
    private SecondPerson waiting = SecondPerson.none();

    /// @param desk where people are asked
    Clearing(ReliefSettings settings, String desk) {
        this.settings = settings;
        this.desk = desk;
    }

    /// What became of asking.
    ///
    /// @param granted whether the plan may be applied
    /// @param text what to keep with the act if it may, else a sentence on what is missing
    /// @param waits whether a second operator may agree now
    record Outcome(boolean granted, String text, boolean waits) {}

    /// @param broken the guards that the plan breaks, a sentence each
    Outcome of(Command.Apply apply, List<String> broken, Instant now) {
        Consent consent = apply.consent();
        if (broken.isEmpty()) {
            return new Outcome(true, "", false);
        } else if (consent.emergency()) {
            waiting = waiting.withdrawn();
            return outcome(Clearance.of(broken, apply.operator(), "", true));
        }
        String digest = digest(apply);
        if (consent.second().isBlank()) {
            SecondPerson.Step step = waiting.open(apply.operator(), digest, desk, now);
            waiting = step.memory();
            return refused("%s %s".formatted(String.join(" ", broken), step.text()));
        }
        boolean fits = fits(consent);
        if (fits && !settings.operators().role(consent.second()).covers(Role.OPERATE)) {
            return refused(
                    "%s has the role view and cannot agree to it: another person must."
                            .formatted(consent.second().strip()));
        }
        SecondPerson.Answer answer = new SecondPerson.Answer(consent.second(), fits, digest, desk);
        SecondPerson.Step step = waiting.answer(answer, now);
        waiting = step.memory();
        return step.agreed()
                ? outcome(Clearance.of(broken, apply.operator(), consent.second().strip(), false))
                : refused(step.text());
    }

    /// True if operators prove who they are.
    boolean secrets() {
        return settings.operators().size() > 0;
    }

    private Outcome refused(String text) {
        return new Outcome(false, text, waiting.open() != null);
    }

    private boolean fits(Consent consent) {
        return settings.operators().fits(consent.second(), consent.secret().toCharArray());
    }

    private static Outcome outcome(Clearance clearance) {
        String loud = clearance.loud() ? "EMERGENCY: " : "";
        return new Outcome(clearance.granted(), loud + clearance.text(), false);
    }

    /// Of exactly what is to be done, by whom.
    private static String digest(Command.Apply apply) {
        Plan plan = apply.plan();
        String text =
                String.join(
                        "\n",
                        apply.operator().strip(),
                        plan.kind(),
                        plan.pool(),
                        plan.backend(),
                        plan.stages().stream().map(Clearing::sorted).toList().toString(),
                        sorted(plan.allows()));
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sorted(Map<Knob, ?> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((knob, value) -> texts.put(knob.toString(), value.toString()));
        return texts.toString();
    }
}
