/// Where readings come from.
@NullMarked
package io.spillway.source;

import org.jspecify.annotations.NullMarked;
