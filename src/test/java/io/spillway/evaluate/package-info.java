/// Measures watch against public data and against what it must reach. Not shipped.
@NullMarked
package io.spillway.evaluate;

import org.jspecify.annotations.NullMarked;
