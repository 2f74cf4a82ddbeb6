/// What the readings mean: what is usual, what leaves it, what each server can carry, when that
/// runs out and who brings it.
@NullMarked
package io.spillway.watch;

import org.jspecify.annotations.NullMarked;
