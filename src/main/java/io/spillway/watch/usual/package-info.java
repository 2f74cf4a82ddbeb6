/// What load is usual at a time of the week.
@NullMarked
package io.spillway.watch.usual;

import org.jspecify.annotations.NullMarked;
