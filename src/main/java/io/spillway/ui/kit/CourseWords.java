package io.spillway.ui.kit;

import io.spillway.action.Lease;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How far an act is, as operators read it.
public final class CourseWords {
    private CourseWords() {}

    /// Where the act stands, in few words: `step 1 of 2`; empty if it is simply in force.
    public static String where(Lease lease) {
        Lease.Course course = lease.course();
        String step = "step " + course.step() + " of " + course.steps();
        return switch (lease.state()) {
            case APPLYING -> step;
            case HALTED -> "halted after " + step;
            case RAMPING -> "ramping back, " + step;
            case INTERRUPTED -> "interrupted";
            case UNDONE -> "undone";
            case ENDED -> "given back";
            case ACTIVE -> "";
        };
    }

    /// The same as the subtitle of the sheet that began it.
    ///
    /// @param act empty while no Picture shows it yet
    public static String subtitle(Optional<Lease> act) {
        String where = act.map(CourseWords::where).orElse("sent and read back");
        return where.isEmpty() ? "Applied. In force until its lease ends." : sentence(where);
    }

    /// The same as a sentence that says what comes next.
    public static String follow(Lease lease) {
        Lease.Course course = lease.course();
        String step = "Step " + course.step() + " of " + course.steps();
        String text =
                switch (lease.state()) {
                    case APPLYING -> step + " is in force. The next follows once it holds.";
                    case HALTED -> "Halted after step " + step.substring(5) + ".";
                    case RAMPING -> "It ramps back: step " + step.substring(5) + ".";
                    case INTERRUPTED -> "Interrupted: balancers may hold only part of it.";
                    case UNDONE -> "Taken back.";
                    case ENDED -> "Given back at its end.";
                    case ACTIVE -> applied(lease);
                };
        String more = lease.message().isEmpty() ? "" : " " + lease.message();
        String verdict = course.verdict().isEmpty() ? "" : " " + sentence(course.verdict());
        return text + more + verdict;
    }

    private static String applied(Lease lease) {
        int steps = lease.course().steps();
        Instant end = lease.endsAt();
        String times = steps > 1 ? "Applied in " + steps + " steps. " : "Applied. ";
        return times
                + (end == null
                        ? "In force until taken back."
                        : "In force until " + Format.clock(end) + ".");
    }

    private static String sentence(String words) {
        String text = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }

    /// True if it goes beyond the guards in an emergency, which every screen tells.
    public static boolean emergency(Lease lease) {
        return lease.inForce() && lease.course().consent().startsWith("EMERGENCY");
    }
}
