/// What is held against the rules: values of servers, pools, sources and acts, at one tick.
@NullMarked
package io.spillway.alarm.signal;

import org.jspecify.annotations.NullMarked;
