/// The Setup screen: what Spillway understood of its configuration, and the proof on one server
/// that it can act.
@NullMarked
package io.spillway.ui.setup;

import org.jspecify.annotations.NullMarked;
