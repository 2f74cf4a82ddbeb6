/// Alertmanager's HTTP API, version 2.
@NullMarked
package io.spillway.wire.alertmanager;

import org.jspecify.annotations.NullMarked;
