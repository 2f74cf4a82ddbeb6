/// The manual that lies beside the program, and how its pages are opened.
@NullMarked
package io.spillway.app.help;

import org.jspecify.annotations.NullMarked;
