/// What tests share: real servers as child processes, always ended with the test.
@NullMarked
package io.spillway.testing;

import org.jspecify.annotations.NullMarked;
