/// Plots and fleet cells, drawn as pixels. Everything here belongs to the FX thread.
@NullMarked
package io.spillway.ui.plot;

import org.jspecify.annotations.NullMarked;
