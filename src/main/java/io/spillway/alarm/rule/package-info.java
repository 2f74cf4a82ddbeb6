/// What is an alarm: rules, their limits and delays, what they ask of an operator.
@NullMarked
package io.spillway.alarm.rule;

import org.jspecify.annotations.NullMarked;
