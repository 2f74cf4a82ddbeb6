/// Water-filling in whole weights: the arithmetic of redistribution, over plain arrays.
@NullMarked
package io.spillway.relief.fill;

import org.jspecify.annotations.NullMarked;
