/// The list of alarms, one of them in full, what became of them, how well they serve, their rules.
@NullMarked
package io.spillway.ui.alarms;

import org.jspecify.annotations.NullMarked;
