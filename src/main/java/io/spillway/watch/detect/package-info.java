/// Load that leaves what is usual.
@NullMarked
package io.spillway.watch.detect;

import org.jspecify.annotations.NullMarked;
