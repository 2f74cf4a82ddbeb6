/// Tests of the project as a whole.
@NullMarked
package io.spillway;

import org.jspecify.annotations.NullMarked;
