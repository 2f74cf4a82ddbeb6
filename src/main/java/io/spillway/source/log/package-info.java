/// Requests as an access log tells them: the tail of a file, or syslog on loopback.
@NullMarked
package io.spillway.source.log;

import org.jspecify.annotations.NullMarked;
