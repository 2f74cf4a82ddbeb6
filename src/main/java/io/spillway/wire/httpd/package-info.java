/// Apache httpd's balancer-manager: what it shows, and forms sent to it.
@NullMarked
package io.spillway.wire.httpd;

import org.jspecify.annotations.NullMarked;
