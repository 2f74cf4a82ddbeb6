@NullMarked
package io.spillway.wire.haproxy;

import org.jspecify.annotations.NullMarked;
