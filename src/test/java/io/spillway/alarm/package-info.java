@NullMarked
package io.spillway.alarm;

import org.jspecify.annotations.NullMarked;
