/// The manual's pages are found and opened.
@NullMarked
package io.spillway.app.help;

import org.jspecify.annotations.NullMarked;
