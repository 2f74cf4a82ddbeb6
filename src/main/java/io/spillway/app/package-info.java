/// Main, the command line, configuration, composition root.
@NullMarked
package io.spillway.app;

import org.jspecify.annotations.NullMarked;
