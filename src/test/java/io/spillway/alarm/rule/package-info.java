@NullMarked
package io.spillway.alarm.rule;

import org.jspecify.annotations.NullMarked;
