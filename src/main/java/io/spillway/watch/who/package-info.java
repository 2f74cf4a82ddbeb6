/// Who brings a surge.
@NullMarked
package io.spillway.watch.who;

import org.jspecify.annotations.NullMarked;
