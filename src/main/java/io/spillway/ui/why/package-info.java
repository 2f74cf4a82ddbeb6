/// Why the load is as it is: causes, evidence, and what watch knows besides.
@NullMarked
package io.spillway.ui.why;

import org.jspecify.annotations.NullMarked;
