/// The Traffic screen: gates, what was changed, where balancers differ, who stands by.
@NullMarked
package io.spillway.ui.traffic;

import org.jspecify.annotations.NullMarked;
