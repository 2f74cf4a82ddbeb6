package io.spillway.relief;

import io.spillway.relief.fill.Fill;
import io.spillway.relief.fill.Filling;
import java.util.List;

/// Weights to set, in the order of [Load].
///
/// @param goal the weights in the end
/// @param stages weights to set one after another, the last being the goal; empty if none
/// @param preparation how many stages only multiply or divide
/// @param scaledBy what all weights are multiplied by on the way
/// @param dividedBy what they are divided by
record Change(int[] goal, List<int[]> stages, int preparation, int scaledBy, int dividedBy) {
    static Change none(Load load) {
        return new Change(load.weights, List.of(), 0, 1, 1);
    }

    static Change of(Filling filling) {
        int preparation = filling.steps().isEmpty() ? 0 : filling.steps().getFirst().size() - 1;
        return new Change(
                filling.goal(),
                filling.stages(),
                preparation,
                filling.scaledBy(),
                filling.dividedBy());
    }

    static Change to(Load load, int[] goal) {
        return new Change(goal, Fill.steps(load.weights, goal), 0, 1, 1);
    }

    boolean isNone() {
        return stages.isEmpty();
    }

    int steps() {
        return stages.size() - preparation;
    }

    /// The weights that the first step begins at: those of now, multiplied.
    int[] base(Load load) {
        return preparation == 0 ? load.weights : stages.get(preparation - 1);
    }
}
