/// Sheets that show a change before it is made, and what became of it.
@NullMarked
package io.spillway.ui.plan;

import org.jspecify.annotations.NullMarked;
