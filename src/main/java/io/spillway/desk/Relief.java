package io.spillway.desk;

import io.spillway.relief.drain.Drained;
import io.spillway.relief.standby.Advice;
import java.util.List;
import java.util.Map;

/// How gates stand, and how servers that leave or stand by are doing. Immutable.
///
/// @param gated name of the pool behind the gates, empty if there are none
/// @param gates each class, most critical first
/// @param ladder names of the presets, the first being open
/// @param rung the preset that the gates stand at, -1 if at none
/// @param refused requests per second that the gates turn away, NaN if unknown
/// @param standby pool to advice on how many servers should serve; pools without any in reserve are
///   absent
/// @param leaving how servers of acts in force that drain them are getting empty
/// @param truths what acts in force intend, what balancers hold, what is measured
public record Relief(
        String gated,
        List<Gate> gates,
        List<String> ladder,
        int rung,
        double refused,
        Map<String, Advice> standby,
        List<Leaving> leaving,
        List<Truth> truths) {
    /// A class and its gate.
    ///
    /// @param name the class
    /// @param rank its place, 0 is the most critical
    /// @param matches which requests it holds, may be empty
    /// @param offered requests per second that arrive, NaN if unknown
    /// @param admitted of these, NaN if unknown
    /// @param shed clients refused, in thousandths; the highest where balancers differ
    /// @param limit requests per second admitted by all balancers, -1 for no limit
    public record Gate(
            String name,
            int rank,
            String matches,
            double offered,
            double admitted,
            int shed,
            int limit) {}

    /// A server that an act empties.
    public record Leaving(String lease, String pool, String server, Drained how) {}

    public Relief {
        gates = List.copyOf(gates);
        ladder = List.copyOf(ladder);
        standby = Map.copyOf(standby);
        leaving = List.copyOf(leaving);
        truths = List.copyOf(truths);
    }

    /// While no act is in force.
    public Relief(
            String gated,
            List<Gate> gates,
            List<String> ladder,
            int rung,
            double refused,
            Map<String, Advice> standby,
            List<Leaving> leaving) {
        this(gated, gates, ladder, rung, refused, standby, leaving, List.of());
    }

    /// No gates, nobody leaves.
    public static Relief none() {
        return new Relief("", List.of(), List.of(), -1, Double.NaN, Map.of(), List.of());
    }
}
