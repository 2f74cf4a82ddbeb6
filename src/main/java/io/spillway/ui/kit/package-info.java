/// What every screen uses: themes, tokens, loading, formatting, the way to the FX thread.
@NullMarked
package io.spillway.ui.kit;

import org.jspecify.annotations.NullMarked;
