package io.spillway.relief;

import io.spillway.relief.fill.Fill;
import java.util.ArrayList;
import java.util.List;

/// How large the steps of a change are.
final class StepCheck {
    private StepCheck() {}

    static List<Check> of(Load load, Change change) {
        double[] before = load.shares(load.weights);
        double[] last = before;
        int largest = 0;
        double size = 0;
        double most = 0;
        for (int[] stage : change.stages().subList(change.preparation(), change.stages().size())) {
            double[] shares = load.shares(stage);
            for (int i = 0; i < before.length; i++) {
                double step = before[i] > 0 ? Math.abs(shares[i] - last[i]) / before[i] : 0;
                if (step > size) {
                    size = step;
                    largest = i;
                }
                // Whole weights round a step up by one at most.
                most = Math.max(most, stage[i] > 0 ? step - step(load, change, i) : 0);
            }
            last = shares;
        }
        return texts(load, change, most <= Fill.MAX_STEP + 1e-9, largest, size);
    }

    private static double step(Load load, Change change, int i) {
        int base = change.base(load)[i];
        return change.steps() > 1 && base > 0 ? 1.0 / base : 0;
    }

    private static List<Check> texts(
            Load load, Change change, boolean small, int largest, double size) {
        String times =
                change.steps() == 1
                        ? "applied in one step"
                        : "applied in " + change.steps() + " steps, checked after each";
        List<Check> checks = new ArrayList<>();
        checks.add(
                new Check(
                        small,
                        false,
                        small
                                ? "No step above %s; %s"
                                        .formatted(Words.percent(Fill.MAX_STEP), times)
                                : "Largest step %s (%s), above %s; %s"
                                        .formatted(
                                                Words.percent(size),
                                                load.name(largest),
                                                Words.percent(Fill.MAX_STEP),
                                                times)));
        if (change.scaledBy() > 1) {
            checks.add(
                    new Check(
                            true,
                            false,
                            ("Weights are multiplied by %d first,"
                                            + " so that they can be set finely; shares stay")
                                    .formatted(change.scaledBy())));
        }
        if (change.dividedBy() > 1) {
            checks.add(
                    new Check(
                            true,
                            false,
                            ("Weights are divided by %d first, so that there is room to raise some;"
                                            + " shares stay")
                                    .formatted(change.dividedBy())));
        }
        return checks;
    }
}
