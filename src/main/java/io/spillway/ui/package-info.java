/// Draws Pictures, sends Commands.
@NullMarked
package io.spillway.ui;

import org.jspecify.annotations.NullMarked;
