/// Changes to Apache httpd as balancer, over its balancer-manager.
@NullMarked
package io.spillway.control.httpd;

import org.jspecify.annotations.NullMarked;
