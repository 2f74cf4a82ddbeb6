@NullMarked
package io.spillway.control.httpd;

import org.jspecify.annotations.NullMarked;
