/// Real servers as child processes, for tests. Everything stays on the loopback interface.
@NullMarked
package io.spillway.testing;

import org.jspecify.annotations.NullMarked;
