/// How many servers a pool needs, and bringing in those that stand by.
@NullMarked
package io.spillway.relief.standby;

import org.jspecify.annotations.NullMarked;
