/// Doing it safely: apply, read back, undo, tell what is still in force.
@NullMarked
package io.spillway.action;

import org.jspecify.annotations.NullMarked;
