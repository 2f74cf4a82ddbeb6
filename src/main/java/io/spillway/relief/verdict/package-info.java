/// Holds what a plan promised against what came.
@NullMarked
package io.spillway.relief.verdict;

import org.jspecify.annotations.NullMarked;
