@NullMarked
package io.spillway.relief.guard;

import org.jspecify.annotations.NullMarked;
