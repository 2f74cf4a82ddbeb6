/// The one HTTP client that everything which speaks HTTP shares.
@NullMarked
package io.spillway.wire.http;

import org.jspecify.annotations.NullMarked;
