@NullMarked
package io.spillway.ui.sound;

import org.jspecify.annotations.NullMarked;
