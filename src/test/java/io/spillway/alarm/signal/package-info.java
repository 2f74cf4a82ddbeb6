@NullMarked
package io.spillway.alarm.signal;

import org.jspecify.annotations.NullMarked;
