package io.spillway.ui.kit;

import io.spillway.action.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far an act is, as operators read it.
public final class CourseWords {
    private static final List<String> VERDICTS =
            List.of(
                    "kit.as-predicted",
                    "kit.better-than-predicted",
                    "kit.no-change",
                    "kit.worse-than-predicted",
                    "kit.not-measured");

    private CourseWords() {}

    /// Where the act stands, in few words: `step 1 of 2`; empty if it is simply in force.
    public static String where(Lease lease) {
        Lease.Course course = lease.course();
        String step = step(course);
        return switch (lease.state()) {
            case APPLYING -> step;
            case HALTED -> Words.of("kit.halted-after", step);
            case RAMPING -> Words.of("kit.ramping-back", step);
            case INTERRUPTED -> Words.of("kit.interrupted");
            case UNDONE -> Words.of("kit.undone");
            case ENDED -> Words.of("kit.given-back");
            case ACTIVE -> "";
        };
    }

    /// `step 1 of 2`.
    public static String step(Lease.Course course) {
        return Words.of("kit.step", course.step(), course.steps());
    }

    /// The same as the subtitle of the sheet that began it.
    ///
    /// @param act empty while no Picture shows it yet
    public static String subtitle(Optional<Lease> act) {
        String where = act.map(CourseWords::where).orElse(Words.of("kit.sent"));
        return where.isEmpty() ? Words.of("kit.applied-until-lease") : sentence(where);
    }

    /// The same as a sentence that says what comes next.
    public static String follow(Lease lease) {
        Lease.Course course = lease.course();
        String step = step(course);
        String text =
                switch (lease.state()) {
                    case APPLYING -> Words.of("kit.follow-applying", course.step(), course.steps());
                    case HALTED -> Words.of("kit.follow-halted", step);
                    case RAMPING -> Words.of("kit.follow-ramping", step);
                    case INTERRUPTED -> Words.of("kit.follow-interrupted");
                    case UNDONE -> Words.of("kit.follow-undone");
                    case ENDED -> Words.of("kit.follow-ended");
                    case ACTIVE -> applied(lease);
                };
        String more = lease.message().isEmpty() ? "" : " " + lease.message();
        String verdict = course.verdict().isEmpty() ? "" : " " + sentence(course.verdict());
        return text + more + verdict;
    }

    private static String applied(Lease lease) {
        int steps = lease.course().steps();
        Instant end = lease.endsAt();
        String times =
                steps > 1 ? Words.of("kit.applied-in-steps", steps) : Words.of("kit.applied");
        return times
                + " "
                + (end == null
                        ? Words.of("kit.in-force")
                        : Words.of("kit.in-force-until", Format.clock(end)));
    }

    private static String sentence(String words) {
        String text = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return text.endsWith(".") ? text : Words.of("kit.sentence", text);
    }

    /// How it came out, in few words; empty if that is not known yet.
    public static String verdict(Lease.Course course) {
        String said = course.verdict();
        int end = said.indexOf(". ");
        String first = end > 0 ? said.substring(0, end) : said;
        for (String key : VERDICTS) {
            first = Words.instead(key, first);
        }
        return first;
    }

    /// True if it goes beyond the guards in an emergency, which every screen tells.
    public static boolean emergency(Lease lease) {
        return lease.inForce() && lease.course().consent().startsWith("EMERGENCY");
    }
}
