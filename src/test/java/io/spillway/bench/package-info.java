/// Measurements that are run by hand, see `packaging/bench`.
@NullMarked
package io.spillway.bench;

import org.jspecify.annotations.NullMarked;
