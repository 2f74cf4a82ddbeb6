/// Readings from Prometheus and engines with the same HTTP API.
@NullMarked
package io.spillway.source.prometheus;

import org.jspecify.annotations.NullMarked;
