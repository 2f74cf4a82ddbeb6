@NullMarked
package io.spillway.watch;

import org.jspecify.annotations.NullMarked;
