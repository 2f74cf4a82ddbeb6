/// When load reaches capacity.
@NullMarked
package io.spillway.watch.forecast;

import org.jspecify.annotations.NullMarked;
