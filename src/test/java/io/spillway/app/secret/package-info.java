@NullMarked
package io.spillway.app.secret;

import org.jspecify.annotations.NullMarked;
