/// Alarms that ask for an answer: what comes of signals and of operators' acts, step by step.
@NullMarked
package io.spillway.alarm;

import org.jspecify.annotations.NullMarked;
