/// The nouns of a fleet. Values only: no clock, no thread, no I/O.
@NullMarked
package io.spillway.fleet;

import org.jspecify.annotations.NullMarked;
