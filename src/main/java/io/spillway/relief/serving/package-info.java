/// Who serves a pool, and what becomes of the others' CPU when that changes.
@NullMarked
package io.spillway.relief.serving;

import org.jspecify.annotations.NullMarked;
