@NullMarked
package io.spillway.watch.series;

import org.jspecify.annotations.NullMarked;
