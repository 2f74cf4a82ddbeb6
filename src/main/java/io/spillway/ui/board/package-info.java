/// The Board: load, CPU, fleet, relief, acts in force, sources.
@NullMarked
package io.spillway.ui.board;

import org.jspecify.annotations.NullMarked;
