/// The command line: each command, its options, and what it needs from the rest of the program.
@NullMarked
package io.spillway.app.cli;

import org.jspecify.annotations.NullMarked;
