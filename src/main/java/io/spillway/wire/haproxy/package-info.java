/// Connections to HAProxy's Runtime API: framing, deadlines, typed outcomes. No meaning of numbers.
@NullMarked
package io.spillway.wire.haproxy;

import org.jspecify.annotations.NullMarked;
