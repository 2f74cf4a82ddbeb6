package io.spillway.ui.traffic;

import io.spillway.desk.Relief;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the pane of gates says.
final class GatesModel {
    private final Relief relief;
    private final Map<String, ClassMove> preview;
    private final int rung;

    /// @param plan the one in the preview, null if there is none
    /// @param rung of the ladder that the preview is of, -1 for none
    GatesModel(Relief relief, @Nullable Plan plan, int rung) {
        this.relief = relief;
        this.rung = rung;
        List<ClassMove> moves = plan == null ? List.of() : plan.classes();
        this.preview =
                moves.stream().collect(Collectors.toMap(ClassMove::name, Function.identity()));
    }

    /// One class.
    ///
    /// @param share of its clients who pass, 0..1; after the preview's plan if that changes it
    /// @param gate the same in words
    /// @param previewed whether the preview's plan changes it
    record Row(
            String name,
            String offered,
            String admitted,
            double share,
            String gate,
            String matches,
            boolean previewed) {}

    /// One step of the ladder.
    ///
    /// @param previewed whether the preview is of this one
    record Step(int number, String name, boolean inForce, boolean previewed) {
        String label() {
            return number + " " + name;
        }
    }

    /// False where no gates are set up.
    boolean any() {
        return !relief.gates().isEmpty();
    }

    /// Every class, most critical first.
    List<Row> rows() {
        return relief.gates().stream().map(this::row).toList();
    }

    private Row row(Relief.Gate gate) {
        ClassMove move = preview.get(gate.name());
        int shed = move == null ? gate.shed() : move.shedAfter();
        boolean previewed = shed != gate.shed();
        return new Row(
                gate.name(),
                Format.rate(gate.offered()).toString(),
                Format.rate(gate.admitted()).toString(),
                passes(shed),
                words(gate, shed, previewed),
                gate.matches(),
                previewed);
    }

    private static String words(Relief.Gate gate, int shed, boolean previewed) {
        String open =
                shed == 0 ? Words.of("traffic.open") : Format.percent(passes(shed)).toString();
        if (previewed) {
            return Words.of("traffic.previewed", open);
        }
        if (gate.limit() < 0) {
            return open;
        }
        String limit = Words.of("traffic.at-most", Format.rate(gate.limit()));
        return shed == 0 ? limit : open + ", " + limit;
    }

    static double passes(int shed) {
        return 1 - shed / 1000.0;
    }

    /// The rungs there are, from open.
    List<Step> ladder() {
        return IntStream.range(0, relief.ladder().size())
                .mapToObj(i -> new Step(i, relief.ladder().get(i), i == relief.rung(), i == rung))
                .toList();
    }

    /// What stands before the ladder.
    String ladderWords() {
        return relief.rung() < 0 ? Words.of("traffic.ladder-at-none") : Words.of("traffic.ladder");
    }

    /// As everywhere, but nothing at all is a plain 0.
    static String rate(double perSecond) {
        return perSecond < 0.05 ? "0\u2009/s" : Format.rate(perSecond).toString();
    }

    /// What is turned away, and what never is.
    String summary() {
        if (!any()) {
            return "";
        }
        String refused =
                Double.isFinite(relief.refused())
                        ? Words.of("traffic.refused-now", rate(relief.refused()))
                        : Words.of("traffic.refused-unknown");
        return refused + " · " + Words.of("traffic.never-gated", relief.gates().getFirst().name());
    }
}
