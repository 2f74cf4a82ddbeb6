/// Readings from Apache httpd as balancer.
@NullMarked
package io.spillway.source.httpd;

import org.jspecify.annotations.NullMarked;
