/// What would help: plans with their predicted effect and their checks. Pure functions.
@NullMarked
package io.spillway.relief;

import org.jspecify.annotations.NullMarked;
