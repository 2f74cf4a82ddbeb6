@NullMarked
package io.spillway.wire.httpd;

import org.jspecify.annotations.NullMarked;
