@NullMarked
package io.spillway.source.httpd;

import org.jspecify.annotations.NullMarked;
