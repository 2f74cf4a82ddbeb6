/// What happened, for ever.
@NullMarked
package io.spillway.journal;

import org.jspecify.annotations.NullMarked;
