/// Spillway's own metrics, for those who watch the watcher.
@NullMarked
package io.spillway.app.metrics;

import org.jspecify.annotations.NullMarked;
