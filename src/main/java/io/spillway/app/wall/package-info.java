/// The wall's process: where its Pictures come from, its windows, and who keeps it alive. No
/// control adapter is reachable from here.
@NullMarked
package io.spillway.app.wall;

import org.jspecify.annotations.NullMarked;
