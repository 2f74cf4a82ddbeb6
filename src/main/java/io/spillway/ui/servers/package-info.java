/// The table of every server.
@NullMarked
package io.spillway.ui.servers;

import org.jspecify.annotations.NullMarked;
