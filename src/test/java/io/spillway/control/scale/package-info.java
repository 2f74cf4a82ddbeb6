@NullMarked
package io.spillway.control.scale;

import org.jspecify.annotations.NullMarked;
