@NullMarked
package io.spillway.watch.detect;

import org.jspecify.annotations.NullMarked;
