@NullMarked
package io.spillway.app.wall;

import org.jspecify.annotations.NullMarked;
