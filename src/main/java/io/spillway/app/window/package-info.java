/// The windows of this process: how many, where, and where they were last time.
@NullMarked
package io.spillway.app.window;

import org.jspecify.annotations.NullMarked;
