@NullMarked
package io.spillway.ui.wall;

import org.jspecify.annotations.NullMarked;
