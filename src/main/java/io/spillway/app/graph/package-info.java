/// Builds everything with constructors, and closes it in reverse.
@NullMarked
package io.spillway.app.graph;

import org.jspecify.annotations.NullMarked;
