package io.spillway.ui.board;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.CourseWords;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.KnobWords;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the Board says of acts and of weights that are not as an act left them.
final class ActionsModel {
    private static final int NAMED = 3;

    private final Picture picture;

    ActionsModel(Picture picture) {
        this.picture = picture;
    }

    /// One line of the list.
    ///
    /// @param tone how loudly it is said
    /// @param undo id of the act that a button takes back; empty if there is none
    record Line(
            Tone tone,
            String what,
            String reason,
            String by,
            String since,
            String ends,
            String undo) {}

    /// How loudly a line is said.
    enum Tone {
        IN_FORCE,
        TROUBLE,
        OVER
    }

    /// Acts in force, each followed by its drifts; then those that ended.
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Lease lease : picture.leases()) {
            if (lease.inForce()) {
                lines.add(inForce(lease));
                lines.addAll(drifts(lease.id()));
            }
        }
        lines.addAll(strayDrifts());
        picture.leases().stream().filter(l -> !l.inForce()).map(this::over).forEach(lines::add);
        return lines;
    }

    /// How many there are, in words; empty if there are none.
    String summary() {
        long active = picture.leases().stream().filter(Lease::inForce).count();
        long over = picture.leases().size() - active;
        List<String> parts = new ArrayList<>();
        if (active > 0) {
            parts.add(Words.of("kit.count-in-force", active));
        }
        if (!picture.drifts().isEmpty()) {
            parts.add(
                    Words.of("board.not-as-set", Words.of("kit.weights", picture.drifts().size())));
        }
        if (over > 0) {
            parts.add(Words.of("kit.ended-last-hour", over));
        }
        return String.join(" · ", parts);
    }

    private Line inForce(Lease lease) {
        boolean trouble = lease.stuck() || CourseWords.emergency(lease);
        String where = CourseWords.where(lease);
        return new Line(
                trouble ? Tone.TROUBLE : Tone.IN_FORCE,
                where.isEmpty()
                        ? PlanWords.what(lease)
                        : Words.of("kit.then", PlanWords.what(lease), where),
                details(lease),
                lease.operator(),
                Format.clock(lease.since()),
                ends(lease),
                lease.id());
    }

    private String ends(Lease lease) {
        Instant end = lease.endsAt();
        if (lease.course().permanent()) {
            return Words.of("kit.permanent");
        }
        boolean kept = end == null && !lease.stuck();
        String none = kept ? Words.of("kit.kept") : "–";
        return end == null ? none : Format.countdown(Duration.between(picture.time(), end));
    }

    private static String details(Lease lease) {
        String said = join(lease.reason(), lease.message());
        String consent = CourseWords.emergency(lease) ? Words.of("board.emergency-override") : "";
        return join(join(said, consent), lease.course().verdict());
    }

    private Line over(Lease lease) {
        return new Line(
                Tone.OVER,
                Words.of("kit.then", PlanWords.what(lease), CourseWords.where(lease)),
                details(lease),
                lease.operator(),
                Format.clock(lease.since()),
                "",
                "");
    }

    private static String join(String reason, String message) {
        return reason.isEmpty() || message.isEmpty() ? reason + message : reason + ". " + message;
    }

    private List<Line> drifts(String lease) {
        return lines(picture.drifts().stream().filter(d -> d.lease().equals(lease)).toList());
    }

    private List<Line> strayDrifts() {
        return lines(
                picture.drifts().stream()
                        .filter(d ->
                                picture.leases().stream()
                                        .filter(Lease::inForce)
                                        .noneMatch(l -> l.id().equals(d.lease())))
                        .toList());
    }

    private static List<Line> lines(List<Drift> drifts) {
        Map<String, List<Drift>> groups =
                drifts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        d -> d.balancer() + "\n" + d.cause(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return groups.values().stream().map(ActionsModel::line).toList();
    }

    private static Line line(List<Drift> same) {
        Drift first = same.getFirst();
        String weights =
                same.stream()
                        .limit(NAMED)
                        .map(d ->
                                "%s %s → %s"
                                        .formatted(
                                                d.knob().name(),
                                                KnobWords.say(d.knob(), d.intended()),
                                                KnobWords.say(d.knob(), d.applied())))
                        .collect(Collectors.joining(", "));
        String more =
                same.size() > NAMED ? " " + Words.of("kit.and-more", same.size() - NAMED) : "";
        String cause = KnobWords.cause(first.cause());
        return new Line(
                Tone.TROUBLE,
                Words.of("board.drift-on", first.balancer()),
                KnobWords.noun(first.knob().kind(), same.size())
                        + " "
                        + Words.of("kit.then", weights + more, cause),
                "",
                "",
                "",
                "");
    }
}
