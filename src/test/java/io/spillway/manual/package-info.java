/// The manual told by itself: links that lead somewhere, commands that do what is written.
@NullMarked
package io.spillway.manual;

import org.jspecify.annotations.NullMarked;
