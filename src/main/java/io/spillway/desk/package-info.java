/// Joins the readings, publishes Pictures, takes Commands. Needs no screen.
@NullMarked
package io.spillway.desk;

import org.jspecify.annotations.NullMarked;
