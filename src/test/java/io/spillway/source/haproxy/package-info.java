@NullMarked
package io.spillway.source.haproxy;

import org.jspecify.annotations.NullMarked;
