/// What gates would do: how much of which request class to refuse, predicted before and trimmed
/// after.
@NullMarked
package io.spillway.relief.gate;

import org.jspecify.annotations.NullMarked;
