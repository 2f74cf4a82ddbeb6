/// Ways to bring readings into even steps.
@NullMarked
package io.spillway.watch.series;

import org.jspecify.annotations.NullMarked;
