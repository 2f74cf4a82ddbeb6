package io.spillway.relief.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// How an act came out.
///
/// @param word in one word
/// @param text one sentence with figures
public record Verdict(Word word, String text) {
    /// Measured may differ from predicted by this much of CPU and still be as predicted.
    private static final double TOLERANCE = 0.05;

    /// This share of the touched servers must be as predicted.
    private static final double ENOUGH = 0.9;

    /// More errors than before, as a share of all answers, count from here.
    private static final double ERRORS = 0.01;

    /// In one word.
    public enum Word {
        AS_PREDICTED("as predicted"),
        BETTER("better than predicted"),
        NO_CHANGE("no change"),
        WORSE("worse than predicted"),
        /// Too little was measured to say.
        UNKNOWN("not measured");

        private final String said;

        Word(String said) {
            this.said = said;
        }

        /// As operators read it.
        public String said() {
            return said;
        }
    }

    /// What is known once the act has had its time.
    ///
    /// @param predicted server to share of CPU, 0..1
    /// @param measured the same as measured now; a server that is not live is absent
    /// @param before highest share of CPU of the pool when it was planned, NaN if unknown
    /// @param now highest share of CPU of the pool now, NaN if unknown
    /// @param errorsBefore share of answers that were errors, 0..1, NaN if unknown
    /// @param errorsNow the same now
    /// @param growth load now by the load that was planned for, NaN if unknown
    public record Facts(
            Map<String, Float> predicted,
            Map<String, Float> measured,
            double before,
            double now,
            double errorsBefore,
            double errorsNow,
            double growth) {}

    /// Judges. A server counts as predicted if it is within 5 points of what was predicted for the
    /// load that it has now.
    public static Verdict of(Facts facts) {
        if (facts.errorsNow() > facts.errorsBefore() + ERRORS) {
            return new Verdict(
                    Word.WORSE,
                    "Errors rose from %s to %s."
                            .formatted(fine(facts.errorsBefore()), fine(facts.errorsNow())));
        }
        List<Double> differences = differences(facts);
        if (differences.isEmpty() || 2 * differences.size() < facts.predicted().size()) {
            return new Verdict(
                    Word.UNKNOWN,
                    "Of %d touched servers %d are measured."
                            .formatted(facts.predicted().size(), differences.size()));
        }
        long within = differences.stream().filter(d -> Math.abs(d) <= TOLERANCE + 1e-9).count();
        String text =
                "%d of %d servers within 5 points of the prediction; busiest %s, before %s."
                        .formatted(
                                within,
                                differences.size(),
                                percent(facts.now()),
                                percent(facts.before()));
        return new Verdict(word(facts, differences, within), text);
    }

    private static Word word(Facts facts, List<Double> differences, long within) {
        if (within >= ENOUGH * differences.size()) {
            return Word.AS_PREDICTED;
        }
        List<Double> sorted = new ArrayList<>(differences);
        Collections.sort(sorted);
        double middle = sorted.get(sorted.size() / 2);
        double gain = facts.before() * growth(facts) - facts.now();
        if (sorted.getLast() <= TOLERANCE || (middle < 0 && gain > TOLERANCE)) {
            return Word.BETTER;
        }
        return gain > -TOLERANCE && gain < 0.02 ? Word.NO_CHANGE : Word.WORSE;
    }

    private static double growth(Facts facts) {
        return Double.isFinite(facts.growth()) && facts.growth() > 0 ? facts.growth() : 1;
    }

    /// Measured less predicted, of the servers that are measured.
    private static List<Double> differences(Facts facts) {
        List<Double> differences = new ArrayList<>();
        facts.predicted()
                .forEach((server, predicted) -> {
                    Float measured = facts.measured().get(server);
                    if (measured != null) {
                        double then = Math.min(1, predicted * growth(facts));
                        differences.add(measured - then);
                    }
                });
        return differences;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "unknown" : Math.round(100 * share) + " %";
    }

    private static String fine(double share) {
        return Double.isNaN(share) ? "unknown" : Math.round(1000 * share) / 10.0 + " %";
    }
}
