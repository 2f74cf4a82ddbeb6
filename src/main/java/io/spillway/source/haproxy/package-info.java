/// Readings and states from HAProxy: over its Runtime API, or read-only from its statistics page.
@NullMarked
package io.spillway.source.haproxy;

import org.jspecify.annotations.NullMarked;
