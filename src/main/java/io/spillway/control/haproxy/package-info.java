/// Changes to HAProxy over its Runtime API.
@NullMarked
package io.spillway.control.haproxy;

import org.jspecify.annotations.NullMarked;
