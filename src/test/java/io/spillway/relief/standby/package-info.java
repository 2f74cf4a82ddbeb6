@NullMarked
package io.spillway.relief.standby;

import org.jspecify.annotations.NullMarked;
