/// What each server and pool can carry, and what else its processors do.
@NullMarked
package io.spillway.watch.capacity;

import org.jspecify.annotations.NullMarked;
