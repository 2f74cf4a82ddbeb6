/// Taking servers out of service and putting them back, and what is left on them meanwhile.
@NullMarked
package io.spillway.relief.drain;

import org.jspecify.annotations.NullMarked;
