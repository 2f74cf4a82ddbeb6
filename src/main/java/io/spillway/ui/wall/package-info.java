/// The wall: one display for a whole room, drawn from Pictures alone. Nothing here can act.
@NullMarked
package io.spillway.ui.wall;

import org.jspecify.annotations.NullMarked;
