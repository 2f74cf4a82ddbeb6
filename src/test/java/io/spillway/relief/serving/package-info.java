@NullMarked
package io.spillway.relief.serving;

import org.jspecify.annotations.NullMarked;
