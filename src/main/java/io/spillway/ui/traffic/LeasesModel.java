package io.spillway.ui.traffic;

import io.spillway.action.Lease;
import io.spillway.desk.LeaseAct;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.CourseWords;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pane of leases says: every act in force, those first that need an operator.
final class LeasesModel {
    /// A verdict comes within this time, or it does not come.
    private static final Duration MEASURED = Duration.ofMinutes(10);

    private static final String EMERGENCY = "EMERGENCY";

    private final Picture picture;

    LeasesModel(Picture picture) {
        this.picture = picture;
    }

    /// What may be done about an act.
    ///
    /// @param act what the desk is asked for; null for the preview of undo
    record Choice(String text, @Nullable LeaseAct act) {}

    /// One act.
    ///
    /// @param verdict how it came out, or how far it is
    /// @param why its reason, and what else needs saying
    /// @param emergency whether the guards were overridden
    /// @param trouble whether it waits for an operator
    record Row(
            String id,
            String what,
            String by,
            String since,
            String ends,
            String verdict,
            String why,
            boolean emergency,
            boolean trouble,
            List<Choice> choices) {}

    List<Row> rows() {
        return picture.leases().stream()
                .filter(Lease::inForce)
                .sorted(
                        Comparator.comparing((Lease l) -> !l.stuck())
                                .thenComparing(Lease::since, Comparator.reverseOrder()))
                .map(this::row)
                .toList();
    }

    /// How many there are, in words.
    String summary() {
        long active = picture.leases().stream().filter(Lease::inForce).count();
        long over = picture.leases().size() - active;
        String ended = over > 0 ? Words.of("kit.ended-last-hour", over) : "";
        String now = active > 0 ? Words.of("kit.count-in-force", active) : "";
        return now + (now.isEmpty() || ended.isEmpty() ? "" : " · ") + ended;
    }

    private Row row(Lease lease) {
        return new Row(
                lease.id(),
                step(lease, new ActWords(lease, picture.relief()).toString()),
                lease.operator(),
                Format.clock(lease.since()),
                ends(lease),
                verdict(lease),
                why(lease),
                lease.course().consent().startsWith(EMERGENCY),
                lease.stuck(),
                choices(lease));
    }

    private static String step(Lease lease, String act) {
        boolean under = lease.state() == Lease.State.APPLYING || lease.stuck();
        return under && lease.course().steps() > 1
                ? Words.of("kit.then", act, CourseWords.step(lease.course()))
                : act;
    }

    private String ends(Lease lease) {
        if (lease.course().permanent()) {
            return Words.of("kit.permanent");
        }
        if (lease.state() == Lease.State.RAMPING) {
            return Words.of("traffic.ending");
        }
        Instant end = lease.endsAt();
        if (end == null) {
            return lease.stuck() ? "–" : Words.of("kit.kept");
        }
        return Format.countdown(Duration.between(picture.time(), end));
    }

    private String verdict(Lease lease) {
        return switch (lease.state()) {
            case HALTED -> Words.of("traffic.stopped");
            case INTERRUPTED -> Words.of("kit.interrupted");
            case APPLYING -> Words.of("traffic.under-way");
            case RAMPING ->
                    lease.course().steps() > 1
                            ? Words.of("traffic.given-back-step", CourseWords.step(lease.course()))
                            : Words.of("traffic.given-back-now");
            case ACTIVE, UNDONE, ENDED -> judged(lease);
        };
    }

    private String judged(Lease lease) {
        String verdict = CourseWords.verdict(lease.course());
        if (!verdict.isEmpty()) {
            return verdict;
        }
        long changed = lease.course().changed();
        Duration since = Duration.between(Instant.ofEpochMilli(changed), picture.time());
        return changed > 0 && since.compareTo(MEASURED) < 0
                ? Words.of("traffic.measuring", Format.span(since))
                : "";
    }

    /// The reason, what is the matter, who agreed, and the verdict's figures.
    private static String why(Lease lease) {
        List<String> parts = new ArrayList<>();
        String verdict = lease.course().verdict();
        int end = verdict.indexOf(". ");
        for (String part :
                List.of(
                        consent(lease),
                        lease.message(),
                        lease.reason(),
                        end > 0 ? verdict.substring(end + 2) : "")) {
            if (!part.isBlank()) {
                parts.add(part.endsWith(".") ? part.substring(0, part.length() - 1) : part);
            }
        }
        return String.join(" · ", parts);
    }

    /// The word itself stands before the act.
    private static String consent(Lease lease) {
        String consent = lease.course().consent();
        return consent.startsWith(EMERGENCY + ": ")
                ? consent.substring(EMERGENCY.length() + 2)
                : consent;
    }

    private static List<Choice> choices(Lease lease) {
        List<Choice> choices = new ArrayList<>();
        if (lease.stuck()) {
            choices.add(new Choice(Words.of("traffic.finish"), LeaseAct.FINISH));
        } else if (lease.state() == Lease.State.ACTIVE && !lease.course().permanent()) {
            if (lease.endsAt() != null) {
                choices.add(new Choice(Words.of("traffic.keep"), LeaseAct.KEEP));
                choices.add(new Choice(Words.of("traffic.extend"), LeaseAct.EXTEND));
            } else {
                choices.add(new Choice(Words.of("traffic.permanent"), LeaseAct.PERMANENT));
            }
            choices.add(new Choice(Words.of("traffic.end"), LeaseAct.END));
        }
        choices.add(new Choice(Words.of("kit.undo"), null));
        return List.copyOf(choices);
    }
}
