/// Floors and ceilings that one person alone may not pass.
@NullMarked
package io.spillway.relief.guard;

import org.jspecify.annotations.NullMarked;
