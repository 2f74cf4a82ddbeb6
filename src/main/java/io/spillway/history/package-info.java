/// Series in memory.
@NullMarked
package io.spillway.history;

import org.jspecify.annotations.NullMarked;
