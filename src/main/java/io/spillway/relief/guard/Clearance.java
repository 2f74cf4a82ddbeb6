package io.spillway.relief.guard;

import java.util.List;

/// By what right a plan is applied.
///
/// @param kind how it was cleared, or not
/// @param by the second operator, or who overrode in an emergency; else empty
/// @param broken the guards that it breaks, see [Guards#broken]
public record Clearance(Kind kind, String by, List<String> broken) {
    /// How a plan was cleared.
    public enum Kind {
        /// It breaks no guard.
        WITHIN,
        /// A second operator agreed.
        SECOND,
        /// Nobody agreed; the guards were overridden, which is told everywhere.
        EMERGENCY,
        /// It may not be applied.
        REFUSED
    }

    public Clearance {
        broken = List.copyOf(broken);
    }

    /// Decides.
    ///
    /// @param operator who wants it
    /// @param second who agreed within their time, empty if nobody did
    /// @param emergency true to override the guards
    public static Clearance of(
            List<String> broken, String operator, String second, boolean emergency) {
        if (broken.isEmpty()) {
            return new Clearance(Kind.WITHIN, "", broken);
        } else if (!second.isBlank()) {
            return new Clearance(Kind.SECOND, second, broken);
        } else if (emergency && !operator.isBlank()) {
            return new Clearance(Kind.EMERGENCY, operator, broken);
        }
        return new Clearance(Kind.REFUSED, "", broken);
    }

    /// True if the plan may be applied.
    public boolean granted() {
        return kind != Kind.REFUSED;
    }

    /// True if it must be shown on every screen and in the record.
    public boolean loud() {
        return kind == Kind.EMERGENCY;
    }

    /// One or more sentences for operators, empty if no guard is broken.
    public String text() {
        String what = String.join(" ", broken);
        return switch (kind) {
            case WITHIN -> "";
            case SECOND -> what + " " + by + " agreed as second operator.";
            case EMERGENCY -> what + " " + by + " overrode this in an emergency.";
            case REFUSED -> what + " A second operator must agree.";
        };
    }
}
