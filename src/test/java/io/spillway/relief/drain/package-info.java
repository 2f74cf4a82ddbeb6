@NullMarked
package io.spillway.relief.drain;

import org.jspecify.annotations.NullMarked;
