@NullMarked
package io.spillway.control.haproxy;

import org.jspecify.annotations.NullMarked;
