@NullMarked
package io.spillway.relief.gate;

import org.jspecify.annotations.NullMarked;
